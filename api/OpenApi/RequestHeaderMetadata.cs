namespace LiveFeed.Api.OpenApi;

internal sealed record RequestHeaderMetadata(string Name, string Description);
