using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Events;

/// <summary>Events themselves.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var events = app.MapGroup("/api/events").WithTags("Events");

        events.MapGet("", ListAsync)
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("List events", "Public events, and those that the signed-in user is a member of, the soonest first.");

        events.MapPost("", CreateAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Make an event", "The user who creates it becomes its organizer. Administrators may create events, and other users if LiveFeed:Events:AnyUserMayCreate is set. GET /api/formats lists the sports, and how matches can be played.")
            .ProducesETag(201)
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.InvalidEventId, ErrorCode.UnknownSport, ErrorCode.InvalidFormat, ErrorCode.Forbidden, ErrorCode.EventExists);

        events.MapGet("/{eventId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read an event", "Its ETag is what PATCH takes as If-Match.");

        events.MapPatch("/{eventId}", ChangeAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Change an event", "Members that are left out stay as they are. Archiving an event closes its streams: its clients then get 204 and stop. Making it members-only closes the streams of others. If it changes how matches are played, stored scores are judged anew; what changes by that is published. If it publishes less of people's names, what shows names is published anew, entries with names are removed from the feed, and its readers get a snapshot with reset other-epoch.")
            .ProducesETag(200)
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.UnknownSport, ErrorCode.InvalidFormat, ErrorCode.FormatContradictsScores, ErrorCode.RoleRequired, ErrorCode.EventNotFound);

        events.MapDelete("/{eventId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Remove an event", "With everything in it, for good. Its streams are closed with bye event_deleted.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventNotFound);
    }

    private static async Task<JsonWithETag<Page<EventView>>> ListAsync(
        PageQuery page, HttpContext context, IEventReads events,
        [Description("Only those that the signed-in user may manage.")] QueryFlag managed, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await events.ListAsync(context.Reader(), managed.Value, page.Paging, cancellationToken));

    private static Task<Results<Created<EventView>, Problem>> CreateAsync(
        CreateEventBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new CreateEvent(context.Actor(), body.Id, body.ToDetails(), key.Value), created =>
        {
            context.ETag(created.Version);
            return TypedResults.Created($"{context.Request.PathBase}/api/events/{created.Id}", created);
        });

    private static Task<Results<JsonWithETag<EventView>, Problem>> GetAsync(EventId eventId, HttpContext context, IEventReads events) =>
        context.CachedAsync(
            "event", () => events.FindAsync(eventId, CancellationToken.None), CommonErrors.EventNotFound, found => ETags.ETag(found.Version));

    private static Task<Results<Ok<EventView>, Problem>> ChangeAsync(
        EventId eventId, ChangeEventBody body, IdempotencyKey key, IfMatchVersion ifMatch, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new ChangeEvent(context.Actor(), eventId, body.ToChange(), ifMatch.Value, key.Value), changed =>
        {
            context.ETag(changed.Version);
            return TypedResults.Ok(changed);
        });

    private static Task<Results<NoContent, Problem>> DeleteAsync(EventId eventId, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new DeleteEvent(context.Actor(), eventId, key.Value));
}

/// <summary>A new event.</summary>
/// <param name="Id">1 to 64 of A-Z a-z 0-9 _ and -, case-sensitive.</param>
/// <param name="Name">The name that people use.</param>
/// <param name="Sport">The name of a sport, as GET /api/formats lists them.</param>
/// <param name="Visibility">Who may read it.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="BestOf">
/// The maximum number of sets, if the sport has sets: a short form of a format. The sport's default if left out.
/// </param>
/// <param name="TimeZone">
/// The IANA name of its time zone, such as Europe/Berlin: schedule files whose times have no zone are read in it. If left out, the server's
/// LiveFeed:Events:TimeZone.
/// </param>
/// <param name="Format">How its matches are played: the name of a preset, or a format. The sport's default if left out.</param>
/// <param name="PublicNames">What is published of the names of players, officials and the persons of incidents.</param>
internal sealed record CreateEventBody(
    string Id, string Name, string Sport, Visibility Visibility = Visibility.Public, DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null, int? BestOf = null, string? TimeZone = null, FormatChoice? Format = null,
    PublicNames PublicNames = PublicNames.Full)
{
    public EventDetails ToDetails() =>
        new(Name, Sport, BestOf, Visibility, StartsAt?.ToMilliseconds(), EndsAt?.ToMilliseconds(), false, TimeZone, Format, PublicNames);
}

/// <summary>Changes to an event. A member that is left out, or null, stays as it is.</summary>
internal sealed record ChangeEventBody(
    string? Name = null, string? Sport = null, Visibility? Visibility = null, DateTimeOffset? StartsAt = null, DateTimeOffset? EndsAt = null,
    int? BestOf = null, bool? Archived = null, string? TimeZone = null, FormatChoice? Format = null, PublicNames? PublicNames = null)
{
    public EventChange ToChange() => new(Name, Sport, BestOf, Visibility, StartsAt, EndsAt, Archived, TimeZone, Format, PublicNames);
}
