namespace LiveFeed.Domain.Sessions;

/// <summary>Validates access tokens.</summary>
public interface IAccessTokenReader
{
    /// <summary>Returns the contents of a valid token; otherwise the error <c>invalid_token</c> or <c>token_expired</c>.</summary>
    ValueTask<Result<ReadToken>> ReadAsync(string token);
}
