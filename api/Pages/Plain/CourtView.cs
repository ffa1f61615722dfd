namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The content of one court on a display: the match in play, or between matches the last result and the next match. js/display/court.js
/// decides the same for browsers with JavaScript.
/// </summary>
internal sealed record CourtView(string Name, bool IsKnown, DisplayedMatch? Current, DisplayedMatch? Last, DisplayedMatch? Next)
{
    /// <summary>Stands for any court that isn't in the plan.</summary>
    public static CourtView Unknown { get; } = new("No matches", false, null, null, null);

    /// <param name="state">The event.</param>
    /// <param name="courtId">A court that something is planned on.</param>
    public static CourtView Of(DisplayState state, int? courtId)
    {
        var matches = state.Matches.Where(shown => shown.Match.Court?.Id == courtId).OrderBy(Start).ThenBy(shown => shown.Match.Id).ToList();
        var name = matches[0].Match.Court?.Name ?? state.Event.Name;
        var last = Latest(matches, MatchStatus.Final);
        // A match that was planned before the last result and has no score was not played, or nobody kept its score.
        var next = matches.SkipWhile(shown => last is not null && shown != last).FirstOrDefault(shown => shown.Status == MatchStatus.Scheduled);
        return new CourtView(name, true, Latest(matches, MatchStatus.InProgress), last, next);
    }

    // A match that has no time yet comes last.
    private static DateTimeOffset Start(DisplayedMatch shown) => shown.Match.StartsAt ?? DateTimeOffset.MaxValue;

    private static DisplayedMatch? Latest(IEnumerable<DisplayedMatch> matches, MatchStatus status) =>
        matches.Where(shown => shown.Status == status).MaxBy(shown => shown.Score!.LastUpdated);
}
