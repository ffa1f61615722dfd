using LiveFeed.Api.Events.Files;

namespace LiveFeed.Api.Replay;

/// <summary>One step: posts one change of a match, counted from 0 within the match.</summary>
internal sealed record Turn(PlannedMatch Match, int Index)
{
    public ScoreChange Change => Match.Timeline[Index];

    public bool IsFirst => Index == 0;

    public bool IsLast => Index == Match.Timeline.Count - 1;
}

/// <summary>The changes that happened at the same time.</summary>
internal sealed record Moment(DateTimeOffset At, IReadOnlyList<Turn> Turns);

/// <summary>The order in which a tournament is replayed.</summary>
internal static class ReplayScript
{
    /// <summary>
    /// Returns every change, ordered by time. Within a moment the changes of one match are in order; matches don't depend on each other.
    /// </summary>
    public static IEnumerable<Moment> Moments(Tournament tournament) =>
        from match in tournament.Matches
        from index in Enumerable.Range(0, match.Timeline.Count)
        let turn = new Turn(match, index)
        group turn by turn.Change.At into moment
        orderby moment.Key
        select new Moment(moment.Key, [.. moment]);

    /// <summary>
    /// Distributes the played matches round-robin, in the order in which they begin, so that matches that overlap go to different
    /// scorekeepers. Returns the scorekeeper's number, counted from 0, for each match id.
    /// </summary>
    public static Dictionary<int, int> Deal(Tournament tournament, int hands) =>
        tournament.Played
            .OrderBy(match => match.Timeline[0].At)
            .Select((match, index) => (match.Id, Hand: index % hands))
            .ToDictionary(dealt => dealt.Id, dealt => dealt.Hand);
}
