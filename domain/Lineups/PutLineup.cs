using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Lineups;

/// <summary>Says who plays for one side of a match: by the holder of its live claim, an organizer or an administrator.</summary>
/// <param name="Actor">The user who writes.</param>
/// <param name="EventId">The event.</param>
/// <param name="MatchId">The match.</param>
/// <param name="Side">1 or 2.</param>
/// <param name="Players">The whole line-up. None removes it.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="DeviceId">The device that writes; null if it gives no id.</param>
public sealed record PutLineup(
    Actor Actor, EventId EventId, MatchId MatchId, int Side, EquatableList<LineupEntry> Players, string? IdempotencyKey = null,
    // The line-up is the same whichever device repeats it.
    [property: JsonIgnore] string? DeviceId = null)
    : ICommand<LineupView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Score;
}

internal sealed class PutLineupHandler(
    EventAuthorization events, ClaimAuthorization authorization, IPlayerStore players, ILineupStore lineups, IFeedEntryCollector feed, ClaimPolicy policy,
    TimeProvider time) : IRequestHandler<PutLineup, Result<LineupView>>
{
    public async Task<Result<LineupView>> Handle(PutLineup command, CancellationToken cancellationToken)
    {
        var (eventId, matchId, side, now) = (command.EventId, command.MatchId, command.Side, time.Now());
        var allowed = await events.AuthorizeScoreAsync(eventId, matchId, command.Actor);
        if (allowed.Value is not { Match: var match })
            return allowed.Error!;
        var holding = await authorization.AuthorizeAsync(eventId, matchId, command.Actor, command.DeviceId, now);
        if (holding.Error is { } notHeld && (await events.AuthorizeManageOpenAsync(eventId, command.Actor)).Error is not null)
            return notHeld;
        if (side is not (1 or 2))
            return Error.Invalid(ErrorCode.InvalidLineup, "side", "A side is 1 or 2.");

        var teamId = side == 1 ? match.Team1Id : match.Team2Id;
        var ofTeam = teamId is { } team ? (await players.ListAsync(eventId, team)).ToDictionary(player => player.Id) : [];
        if (LineupRules.Validate(command.Players, ofTeam) is { } invalid)
            return invalid;
        EquatableList<LineupPlayer> resolved = [.. command.Players.Select(entry => LineupRules.Resolve(entry, ofTeam))];
        var lineup = await lineups.FindAsync(eventId, matchId, side);
        if (lineup is not null && resolved.Count == 0)
            lineups.Remove(lineup);
        else if (lineup is null && resolved.Count > 0)
            lineups.Add(lineup = new Lineup { EventId = eventId, MatchId = matchId, Side = side });
        if (lineup is not null && !lineup.Players.Equals(resolved))
        {
            lineup.Put(resolved, command.Actor.UserId, now);
            feed.Add(LineupNotice.Entry(match, side, now));
        }

        holding.Value?.Claim.Renew(now, policy.Lease, match.Subject);
        return lineup?.ToView() ?? new LineupView(matchId, side, [], now);
    }
}
