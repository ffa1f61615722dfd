namespace LiveFeed.Api.Pages.Plain;

/// <summary>What the organizers announce, on a display: to everybody, and to the courts on it. js/display/announcement-strip.js does the same for browsers with JavaScript.</summary>
internal static class PlainAnnouncements
{
    // More can't be read from afar.
    private const int MostShown = 3;
    private const int MostCharacters = 500;
    private const int Long = 120;

    public static HtmlText Of(DisplayState state, DisplayQuery query)
    {
        var valid = state.Announcements.Where(one => one.CourtId is not { } court || query.IsAll || query.Courts.Contains(court)).Take(MostShown).ToList();
        // The newest ones, as far as they can be read together; always the newest one.
        var shown = valid.Where((_, index) => index == 0 || valid.Take(index + 1).Sum(one => one.Text.Length) <= MostCharacters).ToList();
        if (shown.Count == 0)
            return HtmlText.Empty;
        var size = shown.Sum(one => one.Text.Length) > Long ? "long" : "";
        // A display of one court says already which one it is.
        var courts = query is { IsAll: false, Courts.Count: 1, HasOthers: false } ? [] : state.Courts();
        return HtmlText.Of($"<div class=\"announcements {size}\">{HtmlText.Join(shown.Select(one => Line(one, courts.FirstOrDefault(court => court?.Id == one.CourtId))))}</div>");
    }

    private static HtmlText Line(AnnouncementView announcement, NamedView? court) =>
        court is null ? HtmlText.Of($"<p>{announcement.Text}</p>") : HtmlText.Of($"<p><b>{court.Name}:</b> {announcement.Text}</p>");
}
