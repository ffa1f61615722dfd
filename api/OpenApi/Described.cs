namespace LiveFeed.Api.OpenApi;

/// <summary>What an endpoint says of itself in the OpenAPI document, where it is mapped.</summary>
internal static class Described
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Returns<T>(this RouteHandlerBuilder endpoint, int status, string? what = null) =>
        endpoint.Produces<T>(status).WithMetadata(new ResponseText(status, what));

    public static RouteHandlerBuilder Returns(this RouteHandlerBuilder endpoint, int status, string? what = null) =>
        endpoint.Produces(status).WithMetadata(new ResponseText(status, what));

    public static RouteHandlerBuilder NotModified(this RouteHandlerBuilder endpoint) =>
        endpoint.Returns(304, "Unchanged since the version that If-None-Match names.").WithMetadata(new TakesHeader("If-None-Match", "The ETag of an earlier answer."));

    public static RouteHandlerBuilder ReturnsStream(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<string>(200, "text/event-stream")
        .WithMetadata(new ResponseText(200, "The stream."))
        .WithMetadata(new TakesHeader("Last-Event-ID", "The id of the last entry that was received."));

    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ErrorCode[] codes) => endpoint.WithMetadata(new FailsWith(codes));

    /// <summary>The refusals of every read of an event, and these.</summary>
    public static RouteHandlerBuilder FailsToRead(this RouteHandlerBuilder endpoint, params ErrorCode[] codes) => endpoint.Fails(
        [ErrorCode.InvalidEventId, ErrorCode.InvalidRequest, ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, .. codes]);

    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new TakesQuery(name, description));

    public static RouteHandlerBuilder Paged(this RouteHandlerBuilder endpoint) => endpoint
        .Query("limit", "At most so many items: 1 to 1,000, 100 unless given.").Query("offset", "Pass over so many items first.");

    public static RouteHandlerBuilder FilterQueries(this RouteHandlerBuilder endpoint) => endpoint
        .Query("matches", "Only these matches: ids with commas between them.").Query("teams", "Only matches of these teams.")
        .Query("divisions", "Only matches of these divisions.").Query("types", "Only entries of these types.");

    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new TakesHeader("Idempotency-Key", "Makes a repeat within 24 hours harmless: it gets the first answer, with Idempotency-Replayed: true."))
        .Fails(ErrorCode.InvalidIdempotencyKey, ErrorCode.IdempotencyKeyReused);
}

internal sealed record ResponseText(int Status, string? Text);

internal sealed record TakesHeader(string Name, string Description);

internal sealed record TakesQuery(string Name, string Description);

internal sealed record FailsWith(IReadOnlyList<ErrorCode> Codes);
