using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Incidents;

/// <summary>Records something that happened in a match, by the holder of its live claim.</summary>
/// <param name="Actor">The user who writes.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Details">What happened.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it; null for now.</param>
/// <param name="ClientUpdateId">The client's name for it.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="DeviceId">The device that writes; null if it gives no id.</param>
public sealed record PostIncident(
    Actor Actor, EventId EventId, MatchId MatchId, IncidentDetails Details, DateTimeOffset? OccurredAt, string? ClientUpdateId, string? IdempotencyKey,
    // The incident is the same whichever device repeats it.
    [property: JsonIgnore] string? DeviceId = null)
    : ICommand<IncidentView>, IGroupCommit
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;
}

internal sealed class PostIncidentHandler(
    ClaimAuthorization authorization, IIncidentStore incidents, IncidentPersons persons, LiveMatches live, ClaimPolicy policy, TimeProvider time)
    : IRequestHandler<PostIncident, Result<IncidentView>>
{
    public async Task<Result<IncidentView>> Handle(PostIncident command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var allowed = await authorization.AuthorizeAsync(command.EventId, command.MatchId, command.Actor, command.DeviceId, now);
        if (allowed.Value is not { } held)
            return allowed.Error!;
        if (command.Details.Validate(held.Event.Sport) is { } invalid)
            return invalid;
        var details = command.Details.Cleaned();
        var found = await persons.FindAsync(held.Match, details);
        if (found.Value is not { } named)
            return found.Error!;

        // Before the new one, so that those of before are published before it.
        await live.EnterAsync(held.Match, now);
        var incident = Incident.Create(
            held, details, named, held.Claim.Correct(command.OccurredAt, now), command.Actor.UserId, command.ClientUpdateId, now);
        incidents.Add(incident);
        held.Claim.Renew(now, policy.Lease, held.Match.Subject);
        return incident.ToView();
    }
}
