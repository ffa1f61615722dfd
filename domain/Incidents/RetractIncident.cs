using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Incidents;

/// <summary>Takes an incident back: by the holder of its match's live claim, an organizer or an administrator. One that is retracted already stays so.</summary>
/// <param name="Actor">The user who writes.</param>
/// <param name="EventId">The event.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="DeviceId">The device that writes; null if it gives no id.</param>
public sealed record RetractIncident(
    Actor Actor, EventId EventId, string IncidentId, string? IdempotencyKey = null,
    // As with the incident itself.
    [property: JsonIgnore] string? DeviceId = null)
    : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class RetractIncidentHandler(
    EventAuthorization events, ClaimAuthorization authorization, IMatchStore matches, IIncidentStore incidents, ClaimPolicy policy, TimeProvider time)
    : IRequestHandler<RetractIncident, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetractIncident command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var allowed = await events.AuthorizeSomeScoreAsync(command.EventId, command.Actor);
        if (allowed.Error is { } error)
            return error;
        if (!Incident.IsId(command.IncidentId) || await incidents.FindAsync(command.EventId, command.IncidentId) is not { } incident)
            return IncidentErrors.NotFound;

        var holding = await authorization.AuthorizeAsync(command.EventId, incident.MatchId, command.Actor, command.DeviceId, now);
        if (holding.Error is { } notHeld && (await events.AuthorizeManageOpenAsync(command.EventId, command.Actor)).Error is not null)
            return notHeld;
        if (incident.RetractedAt is not null)
            return new Done();
        var match = holding.Value?.Match ?? await matches.FindAsync(command.EventId, incident.MatchId);
        incident.Retract(command.Actor.UserId, match!.Subject, now);
        holding.Value?.Claim.Renew(now, policy.Lease, match.Subject);
        return new Done();
    }
}
