namespace LiveFeed.Api.Sessions;

/// <summary>The error of a token that was sent and is not valid.</summary>
internal sealed record InvalidTokenError(Error Error);
