namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// What is to be seen of one court: the match in play, or between matches the last result and what comes next. js/display/court.js
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
        // What was planned before the last result and has no score was not played, or nobody kept it.
        var next = matches.SkipWhile(shown => last is not null && shown != last).FirstOrDefault(shown => shown.Status == MatchStatus.Scheduled);
        return new CourtView(name, true, Latest(matches, MatchStatus.InProgress), last, next);
    }

    // What has no time yet comes last.
    private static DateTimeOffset Start(DisplayedMatch shown) => shown.Match.StartsAt ?? DateTimeOffset.MaxValue;

    private static DisplayedMatch? Latest(IEnumerable<DisplayedMatch> matches, MatchStatus status) =>
        matches.Where(shown => shown.Status == status).MaxBy(shown => shown.Score!.LastUpdated);
}
