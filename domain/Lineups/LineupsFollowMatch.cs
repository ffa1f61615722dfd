using MediatR;

namespace LiveFeed.Domain.Lineups;

/// <summary>Keeps line-ups with their teams: swapped with the sides, and removed if a side is given to another team. With a match they are removed by the database.</summary>
internal sealed class LineupsFollowMatch(ILineupStore lineups, IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>
{
    public async Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        var (match, former, now) = (planned.Match, planned.Former, planned.At);
        // A schedule has thousands of matches, and few of them have a line-up.
        if (former.ChangeTo(match.Subject) is not { } change || !(await lineups.MatchesAsync(match.EventId)).Contains(match.Id))
            return;
        if (change == AffectedChange.Swapped)
        {
            await SwapAsync(match);
        }
        else
        {
            await RemoveAsync(match, 1, former.Team1Id is not null && former.Team1Id != match.Team1Id);
            await RemoveAsync(match, 2, former.Team2Id is not null && former.Team2Id != match.Team2Id);
        }

        feed.Add(LineupNotice.Entry(match, 1, now));
        feed.Add(LineupNotice.Entry(match, 2, now));
    }

    private async Task RemoveAsync(Match match, int side, bool isReplaced)
    {
        if (isReplaced && await lineups.FindAsync(match.EventId, match.Id, side) is { } lineup)
            lineups.Remove(lineup);
    }

    private async Task SwapAsync(Match match)
    {
        var (one, two) = (await lineups.FindAsync(match.EventId, match.Id, 1), await lineups.FindAsync(match.EventId, match.Id, 2));
        var (first, second) = (StateOf(one), StateOf(two));
        Give(match, one, 1, second);
        Give(match, two, 2, first);
    }

    private void Give(Match match, Lineup? lineup, int side, (EquatableList<LineupPlayer> Players, DateTimeOffset At, UserId By)? state)
    {
        if (lineup is not null && state is null)
            lineups.Remove(lineup);
        else if (lineup is null && state is not null)
            lineups.Add(lineup = new Lineup { EventId = match.EventId, MatchId = match.Id, Side = side });
        if (state is { } other)
            lineup!.Take(other);
    }

    private static (EquatableList<LineupPlayer> Players, DateTimeOffset At, UserId By)? StateOf(Lineup? lineup) =>
        lineup is null ? null : (lineup.Players, lineup.UpdatedAt, lineup.UpdatedBy);
}
