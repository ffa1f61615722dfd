namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The content of one court on a display: the match in play, or between matches the last result and the next match. js/display/court.js
/// decides the same for browsers with JavaScript.
/// </summary>
internal sealed record CourtView(string Name, bool IsKnown, DisplayedMatch? Current, DisplayedMatch? Last, DisplayedMatch? Next)
{
    /// <summary>Stands for any court that isn't in the plan.</summary>
    public static CourtView Unknown { get; } = new("No matches", false, null, null, null);

    /// <summary>
    /// Returns the view of a court; one for each match if several are in play on it. The order of play decides, not which match was touched
    /// last: scores are corrected later.
    /// </summary>
    /// <param name="state">The event.</param>
    /// <param name="courtId">A court that something is planned on.</param>
    public static IReadOnlyList<CourtView> Of(DisplayState state, int? courtId)
    {
        var planned = state.Matches.Where(shown => shown.Match.Court?.Id == courtId).ToList();
        // Of a tie with a rubber on the same court, the rubber is shown.
        var ties = planned.Select(shown => shown.Match.PartOf).ToHashSet();
        var matches = planned.Where(shown => !ties.Contains(shown.Match.Id)).OrderBy(Start).ThenBy(shown => shown.Match.Id).ToList();
        var name = matches[0].Match.Court?.Name ?? state.Event.Name;
        var last = matches.FindLastIndex(shown => shown.Status is MatchStatus.Final or MatchStatus.Abandoned);
        // One that was left open before the last result is over, unless somebody still keeps its score.
        var current = matches.Where((shown, index) => (shown.Status is MatchStatus.InProgress or MatchStatus.Suspended) && (index > last || shown.IsClaimed)).ToList();
        // A match that was planned before those and has no score was not played, or nobody kept its score.
        var latest = current.Count > 0 ? Math.Max(last, matches.IndexOf(current[^1])) : last;
        var next = matches.Skip(latest + 1).FirstOrDefault(shown => shown.Status == MatchStatus.Scheduled);
        var view = new CourtView(name, true, null, last < 0 ? null : matches[last], next);
        return current.Count == 0 ? [view] : [.. current.Select(shown => view with { Current = shown })];
    }

    // A match that has no time yet comes last.
    private static DateTimeOffset Start(DisplayedMatch shown) => shown.Match.StartsAt ?? DateTimeOffset.MaxValue;
}
