namespace LiveFeed.Api.OpenApi;

internal sealed record ErrorCodesMetadata(IReadOnlyList<ErrorCode> Codes);
