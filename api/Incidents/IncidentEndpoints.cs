using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.People;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Incidents;

/// <summary>Incidents: goals, cards, substitutions and the like, recorded by the holder of a match's claim, read by everybody.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder app)
    {
        var incidents = app.MapGroup("/api/events/{eventId}").WithTags("Incidents");

        incidents.MapPost("/matches/{matchId}/incidents", PostAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.IncidentWrite)
            .Describe("Record an incident", "A goal, a card, a substitution, a time-out and the like, as far as the event's sport knows it; an event of the sport generic knows every kind. The writer must hold the match's live claim, which the write renews. An incident is never changed: retract it, and record the right one. occurredAt counts as for scores. person and person2 are ids of players or texts; readers get names as far as the event publishes them, the response has them in full.")
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.InvalidIncident, ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimRequired, ErrorCode.ClaimHeld,
                ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.MatchNotFound);

        incidents.MapGet("/matches/{matchId}/incidents", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List a match's incidents", "In the order in which they were recorded. Snapshots of the feed have them only while the match is played and for half an hour after; this list always has them.");

        incidents.MapGet("/incidents/{incidentId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read an incident", "A retracted one says when it was retracted.")
            .ProducesErrors(ErrorCode.IncidentNotFound);

        incidents.MapDelete("/incidents/{incidentId}", RetractAsync).RequireAuthorization().AllowHelpers()
            .RequireRateLimit(RateLimitPolicy.IncidentWrite)
            .Describe("Retract an incident", "By the holder of its match's claim, an organizer or an administrator. It stays stored, and readers of the feed are told that it is gone.")
            .ProducesErrors(
                ErrorCode.RoleRequired, ErrorCode.MatchNotInLink, ErrorCode.ClaimRequired, ErrorCode.ClaimHeld, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.IncidentNotFound);
    }

    private static async Task<Results<Created<IncidentView>, Problem>> PostAsync(
        EventId eventId, MatchId matchId, PostIncidentBody body, IdempotencyKey key, DeviceId device, HttpContext context, IMediator mediator)
    {
        if (IdempotencyKey.ValidateUpdateId(body.ClientUpdateId) is { } error)
            return new Problem(error);
        var command = new PostIncident(
            context.Actor(), eventId, matchId, body.ToDetails(), body.OccurredAt, body.ClientUpdateId, key.Value ?? body.ClientUpdateId, device.Value);
        return await context.WriteAsync(mediator, command, incident => TypedResults.Created($"{context.Request.PathBase}/api/events/{eventId}/incidents/{incident.Id}", incident));
    }

    private static Task<JsonWithETag<Page<IncidentView>>> ListAsync(
        EventId eventId, MatchId matchId, PageQuery page, [Description("Whether the list has retracted ones too.")] QueryFlag retracted, HttpContext context,
        IIncidentReads incidents) => context.CachedWithNamesAsync(
        $"incidents {matchId} {retracted.Value} {page.Paging}", full => incidents.ListAsync(eventId, matchId, retracted.Value, full, page.Paging, CancellationToken.None));

    private static Task<Results<JsonWithETag<IncidentView>, Problem>> GetAsync(
        EventId eventId, string incidentId, HttpContext context, IIncidentReads incidents) => Incident.IsId(incidentId)
        ? context.CachedWithNamesAsync($"incident {incidentId}", full => incidents.FindAsync(eventId, incidentId, full, CancellationToken.None), IncidentErrors.NotFound)
        : Task.FromResult<Results<JsonWithETag<IncidentView>, Problem>>(new Problem(IncidentErrors.NotFound));

    private static Task<Results<NoContent, Problem>> RetractAsync(
        EventId eventId, string incidentId, IdempotencyKey key, DeviceId device, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new RetractIncident(context.Actor(), eventId, incidentId, key.Value, device.Value));
}
