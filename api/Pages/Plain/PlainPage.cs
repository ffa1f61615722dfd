namespace LiveFeed.Api.Pages.Plain;

/// <summary>The display as a whole page, in HTML and CSS that browsers of old television sets support.</summary>
internal static class PlainPage
{
    private const int RefreshEvery = 5;

    public static HtmlText Of(DisplayState state, DisplayQuery query, TimeZoneInfo zone, DateTimeOffset now)
    {
        var body = query.IsChoice && state.Matches.Count > 0 ? Choice(state, query) : Boards(state, query, zone, now);
        return Frame(state.Event.Name, RefreshEvery, query.IsLight, body);
    }

    /// <summary>Returns a page with a few words in place of scores. The page reloads by itself.</summary>
    public static HtmlText Words(string heading, string words, int tryAgainAfter, bool isLight) => Frame(
        heading, tryAgainAfter, isLight, HtmlText.Of($"<div class=\"message\"><h1>{heading}</h1><p>{words}</p></div>"));

    private static HtmlText Boards(DisplayState state, DisplayQuery query, TimeZoneInfo zone, DateTimeOffset now)
    {
        var announcements = PlainAnnouncements.Of(state, query);
        if (state.Matches.Count == 0)
            return HtmlText.Of($"{announcements}<div class=\"message\"><h1>{state.Event.Name}</h1><p>The matches appear here when the schedule is there.</p></div>");
        var ids = query.IsAll ? state.Courts().Select(court => court?.Id).Take(DisplayQuery.MostCourts).ToList() : query.Courts;
        var board = new PlainBoard(state.Event, zone, now);
        var courts = ids.SelectMany(id => CourtView.Of(state, id));
        var boards = (query.HasOthers ? courts.Append(CourtView.Unknown) : courts).Select(board.Of).ToList();
        var (columns, size) = boards.Count switch
        {
            1 => (1, "one"),
            2 => (2, "several"),
            <= 4 => (2, "several many"),
            _ => (3, "several most"),
        };
        var rows = boards.Chunk(columns).Select(row => HtmlText.Of($"<tr>{HtmlText.Join(row.Select(one => HtmlText.Of($"<td class=\"cell\">{one}</td>")))}</tr>"));
        return HtmlText.Of($"""
            {announcements}
            <table class="courts {size}" cellspacing="0"><tbody>{HtmlText.Join(rows)}</tbody></table>
            <h1 class="event">{state.Event.Name}</h1>
            """);
    }

    private static HtmlText Choice(DisplayState state, DisplayQuery query)
    {
        var courts = state.Courts().Select(court => Link(DisplayQuery.Of(court?.Id) with { IsLight = query.IsLight }, court?.Name ?? "Without a court"));
        return HtmlText.Of($"""
            <div class="choice"><h1>{state.Event.Name}</h1><ul>{Link(DisplayQuery.All with { IsLight = query.IsLight }, "All courts")}{HtmlText.Join(courts)}</ul></div>
            """);
    }

    private static HtmlText Link(DisplayQuery query, string words) => HtmlText.Of($"<li><a href=\"{query.Address()}\">{words}</a></li>");

    private static HtmlText Frame(string title, int refreshEvery, bool isLight, HtmlText body) => HtmlText.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="{refreshEvery}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} - LiveFeed</title>
        <link rel="icon" href="../favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" type="text/css" href="../css/plain.css">
        </head>
        <body class="{(isLight ? "light" : "dark")}">
        <div id="main" role="main">
        {body}
        </div>
        </body>
        </html>
        """);
}
