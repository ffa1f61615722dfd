namespace LiveFeed.Api.OpenApi;

/// <summary>Marks writes that return the first response to a repeat.</summary>
internal sealed class IdempotentMetadata;
