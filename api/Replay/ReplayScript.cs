using LiveFeed.Api.Events.Files;

namespace LiveFeed.Api.Replay;

/// <summary>One thing to do: tell the server of one change, counted from 0 within its match.</summary>
internal sealed record Turn(PlannedMatch Match, int Index)
{
    public ScoreChange Change => Match.Timeline[Index];

    public bool IsFirst => Index == 0;

    public bool IsLast => Index == Match.Timeline.Count - 1;
}

/// <summary>What happened at the same time.</summary>
internal sealed record Moment(DateTimeOffset At, IReadOnlyList<Turn> Turns);

/// <summary>The order in which a tournament is told.</summary>
internal static class ReplayScript
{
    /// <summary>Every change, by time. Within a moment the changes of one match are in order; matches don't depend on each other.</summary>
    public static IEnumerable<Moment> Moments(Tournament tournament) =>
        from match in tournament.Matches
        from index in Enumerable.Range(0, match.Timeline.Count)
        let turn = new Turn(match, index)
        group turn by turn.Change.At into moment
        orderby moment.Key
        select new Moment(moment.Key, [.. moment]);

    /// <summary>
    /// Deals the played matches round-robin, in the order in which they begin, so that those that overlap go to different hands. By match
    /// id the hand, counted from 0.
    /// </summary>
    public static Dictionary<int, int> Deal(Tournament tournament, int hands) =>
        tournament.Played
            .OrderBy(match => match.Timeline[0].At)
            .Select((match, index) => (match.Id, Hand: index % hands))
            .ToDictionary(dealt => dealt.Id, dealt => dealt.Hand);
}
