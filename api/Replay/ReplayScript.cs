namespace LiveFeed.Api.Replay;

/// <summary>The order in which a tournament is replayed.</summary>
internal static class ReplayScript
{
    /// <summary>
    /// Returns every change, ordered by time. Within a moment the changes of one match are in order; matches don't depend on each other.
    /// </summary>
    public static IEnumerable<ReplayMoment> Moments(RecordedTournament tournament) =>
        from match in tournament.Played
        from index in Enumerable.Range(0, match.Timeline.Count)
        let step = new ReplayStep(match, index)
        group step by step.Change.At into moment
        orderby moment.Key
        select new ReplayMoment(moment.Key, [.. moment]);

    /// <summary>Returns the tournament without the changes before that time. Matches that were over by then are not played.</summary>
    public static RecordedTournament From(RecordedTournament tournament, DateTimeOffset from) => tournament with
    {
        Played = [.. tournament.Played
            .Select(match => match with { Timeline = [.. match.Timeline.Where(change => change.At >= from)] })
            .Where(match => match.Timeline.Count > 0)],
    };

    /// <summary>
    /// Distributes the played matches round-robin, in the order in which they begin, so that matches that overlap go to different
    /// scorekeepers. Returns the scorekeeper's number, counted from 0, for each match id.
    /// </summary>
    public static Dictionary<MatchId, int> Assign(RecordedTournament tournament, int scorekeepers) =>
        tournament.Played
            .OrderBy(match => match.Timeline[0].At)
            .Select((match, index) => (match.Id, Scorekeeper: index % scorekeepers))
            .ToDictionary(assigned => assigned.Id, assigned => assigned.Scorekeeper);
}
