namespace LiveFeed.Api.Http;

internal sealed record PageRequest(Paging Paging);

internal sealed record OptionalId(int? Id);

internal sealed record OptionalFlag(bool IsSet);

internal sealed record OptionalKey(string? Key);
