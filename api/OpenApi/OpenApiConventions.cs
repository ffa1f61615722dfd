using LiveFeed.Api.Http;
using Microsoft.OpenApi;

namespace LiveFeed.Api.OpenApi;

/// <summary>Describes an endpoint for the OpenAPI document. Called when the endpoint is mapped.</summary>
internal static class OpenApiConventions
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Returns<T>(this RouteHandlerBuilder endpoint, int status, string? what = null) =>
        endpoint.Produces<T>(status).WithMetadata(new ResponseDescription(status, what));

    public static RouteHandlerBuilder Returns(this RouteHandlerBuilder endpoint, int status, string? what = null) =>
        endpoint.Produces(status).WithMetadata(new ResponseDescription(status, what));

    /// <summary>Describes a 201 whose header Location has the address of the new thing.</summary>
    public static RouteHandlerBuilder ProducesCreated<T>(this RouteHandlerBuilder endpoint, string? what = null) =>
        endpoint.Returns<T>(201, what).WithMetadata(new ResponseHeaderMetadata(201, "Location"));

    public static RouteHandlerBuilder ProducesNotModified(this RouteHandlerBuilder endpoint) =>
        endpoint.ProducesETag(200).ProducesETag(304).Returns(304, "Unchanged since the version that If-None-Match names.").WithMetadata(new RequestHeaderMetadata("If-None-Match", "The ETag of an earlier response."));

    public static RouteHandlerBuilder ProducesETag(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.WithMetadata(new ResponseHeaderMetadata(status, "ETag"));

    /// <summary>Describes a write that may name the version that it is based on.</summary>
    public static RouteHandlerBuilder AcceptsIfMatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequestHeaderMetadata("If-Match", "The ETag that the write was made for, such as \"v7\": if the thing has changed since, the write is rejected."))
        .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.VersionMismatch);

    public static RouteHandlerBuilder ProducesStream(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<string>(200, "text/event-stream")
        .WithMetadata(new ResponseDescription(200, "The stream."))
        .WithMetadata(new RequestHeaderMetadata("Last-Event-ID", "The id of the last entry that was received."));

    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder endpoint, params ErrorCode[] codes) => endpoint.WithMetadata(new ErrorCodesMetadata(codes));

    /// <summary>Describes the errors of every read of an event, and these.</summary>
    public static RouteHandlerBuilder ProducesReadErrors(this RouteHandlerBuilder endpoint, params ErrorCode[] codes) => endpoint.ProducesErrors(
        [ErrorCode.InvalidEventId, ErrorCode.InvalidRequest, ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, .. codes]);

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">The parameter's name in the query string.</param>
    /// <param name="description">What it does.</param>
    /// <param name="schema">One of <see cref="Schemas"/>; text by default.</param>
    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, string description, Func<OpenApiSchema>? schema = null) =>
        endpoint.WithMetadata(new QueryParameterMetadata(name, description, schema ?? Schemas.Text));

    public static RouteHandlerBuilder Paged(this RouteHandlerBuilder endpoint) => endpoint
        .Query("limit", "At most so many items.", () => Schemas.Number(1, Requests.MaxLimit, Requests.DefaultLimit))
        .Query("offset", "Pass over so many items first.", () => Schemas.Number(0, int.MaxValue, 0))
        .ProducesErrors(ErrorCode.InvalidRequest);

    public static RouteHandlerBuilder FilterQueries(this RouteHandlerBuilder endpoint) => endpoint
        .Query("matches", "Only these matches: ids with commas between them.", () => Schemas.ListOf(Schemas.Id()))
        .Query("teams", "Only matches of these teams.", () => Schemas.ListOf(Schemas.Id()))
        .Query("divisions", "Only matches of these divisions.", () => Schemas.ListOf(Schemas.Id()))
        .Query("types", "Only entries of these types.", () => Schemas.ListOf(Schemas.Words(EntryTypes.All)));

    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequestHeaderMetadata("Idempotency-Key", "Makes a repeat within 24 hours harmless: it gets the first response, with Idempotency-Replayed: true. 1 to 128 printable ASCII characters without spaces."), new IdempotentMetadata())
        .ProducesErrors(ErrorCode.InvalidIdempotencyKey, ErrorCode.IdempotencyKeyReused);
}
