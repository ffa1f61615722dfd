using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Clocks;

/// <summary>Sets a match's clock, by the holder of its live claim.</summary>
/// <param name="Actor">The user who writes.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Reading">What the clock shows.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it; null for now.</param>
/// <param name="Correction">Whether it may be before what was stored.</param>
/// <param name="ClientUpdateId">The client's name for this update.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="DeviceId">The device that writes; null if it gives no id.</param>
public sealed record PutClock(
    Actor Actor, EventId EventId, MatchId MatchId, ClockReading Reading, DateTimeOffset? OccurredAt, bool Correction, string? ClientUpdateId, string? IdempotencyKey,
    // The update is the same whichever device repeats it.
    [property: JsonIgnore] string? DeviceId = null)
    : ICommand<ClockView>, IGroupCommit, IValidatable
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;

    public Error? Validate() => Reading.Validate();
}

internal sealed class PutClockHandler(ClaimAuthorization authorization, IClockStore clocks, ClaimPolicy policy, TimeProvider time) : IRequestHandler<PutClock, Result<ClockView>>
{
    public async Task<Result<ClockView>> Handle(PutClock command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var allowed = await authorization.AuthorizeAsync(command.EventId, command.MatchId, command.Actor, command.DeviceId, now);
        if (allowed.Value is not { } held)
            return allowed.Error!;
        var clock = await clocks.FindAsync(command.EventId, command.MatchId);
        if (!command.Correction && clock?.Validate(command.Reading) is { } backwards)
            return backwards;

        if (clock is null)
        {
            clock = new MatchClock { EventId = command.EventId, MatchId = command.MatchId };
            clocks.Add(clock);
        }

        clock.Set(
            command.Reading, held.Claim.Correct(command.OccurredAt, now), command.Actor.UserId, command.ClientUpdateId, held.Match.Subject, now);
        held.Claim.Renew(now, policy.Lease, held.Match.Subject);
        return clock.ToView() with { ClientUpdateId = command.ClientUpdateId };
    }
}
