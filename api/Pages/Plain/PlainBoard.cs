using System.Globalization;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>One court as a table, for browsers that support little else.</summary>
internal sealed class PlainBoard(EventView of, TimeZoneInfo zone, DateTimeOffset now)
{
    private const int LongName = 18;
    private const int LongestName = 36;

    public HtmlText Of(CourtView court) => HtmlText.Of($"""
        <table class="board" cellspacing="0"><col class="wide"><col class="narrow"><col class="figure"><tbody>
        <tr class="head"><th colspan="3"><h2>{court.Name}</h2></th></tr>
        {Body(court)}
        </tbody></table>
        """);

    private HtmlText Body(CourtView court)
    {
        if (!court.IsKnown)
            return Words("No match is planned on this court.");
        if (court.Current is { } current)
            return Teams(current);
        return HtmlText.Join(
        [
            court.Next is { } next ? Next(next) : HtmlText.Empty,
            court.Last is { } last ? Teams(last, court.Next is not null) : HtmlText.Empty,
            court.Next is null && court.Last is null ? Words("Nothing more is planned on this court.") : HtmlText.Empty,
        ]);
    }

    private HtmlText Teams(DisplayedMatch shown, bool isSmall = false)
    {
        var figures = Figures.Of(shown.Score!, of, shown.Match);
        var state = isSmall ? "Last result" : StatusText(shown.Status);
        var clock = shown.Clock is { } read ? HtmlText.Of($" <span>{ClockText.Of(read, shown.Match.Format ?? of.Format, of.Sport, now)}</span>") : HtmlText.Empty;
        var outcome = shown.Score!.Outcome is { } ended ? HtmlText.Of($" <b>{OutcomeText(ended.Kind)}</b>") : HtmlText.Empty;
        var kind = isSmall ? "small" : "large";
        return HtmlText.Of($"""
            {Team(shown, 1, figures.Won?.Team1, figures.Large?.Team1, kind)}
            {Team(shown, 2, figures.Won?.Team2, figures.Large?.Team2, kind)}
            <tr class="foot {kind}"><td colspan="3"><b class="{(IsLive(shown) ? "live" : "over")}">{state}</b>{Rubber(shown)}{clock}{outcome}{Label(figures)}{Others(figures)}</td></tr>
            """);
    }

    private static HtmlText Team(DisplayedMatch shown, int side, int? won, int? number, string kind)
    {
        var name = shown.Team(side);
        var serves = shown.Score!.Server == side && IsLive(shown) ? HtmlText.Of($""" <i class="serves">serves</i>""") : HtmlText.Empty;
        var points = number is { } large ? HtmlText.Of($"{large}") : HtmlText.Of($"&ndash;");
        var beaten = shown.Score!.Winner is { } winner && winner != side ? "beaten" : "";
        var sets = won is { } count ? HtmlText.Of($"""<td class="sets"><span>{count}</span></td><td class="points">{points}</td>""")
            : HtmlText.Of($"""<td class="points" colspan="2">{points}</td>""");
        return HtmlText.Of($"""<tr class="team {kind} {beaten}"><th class="name {Length(name)}">{name}{serves}</th>{sets}</tr>""");
    }

    private static bool IsLive(DisplayedMatch shown) => shown.Status is MatchStatus.InProgress or MatchStatus.Suspended;

    private HtmlText Next(DisplayedMatch shown)
    {
        var at = shown.Match.StartsAt is { } start ? Time(start) : "time not set";
        return HtmlText.Of($"""
            <tr class="foot next"><td colspan="3"><b>Next</b>{Rubber(shown)} <span class="time">{at}</span></td></tr>
            <tr class="next"><th class="name {Length(shown.Team(1))}" colspan="3">{shown.Team(1)}</th></tr>
            <tr class="next"><th class="name {Length(shown.Team(2))}" colspan="3">{shown.Team(2)}</th></tr>
            """);
    }

    private static HtmlText Rubber(DisplayedMatch shown) => shown.Match.Rubber is { } number ? HtmlText.Of($" <span>Rubber {number}</span>") : HtmlText.Empty;

    // With its day, because the page stays as it is while nothing happens, even past midnight.
    private string Time(DateTimeOffset start)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone);
        // A server's time zone is often not the hall's: this word shows that.
        return local.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture) + (local.Offset == TimeSpan.Zero ? " UTC" : "");
    }

    private static HtmlText Label(Figures figures) => figures.Won is not null ? HtmlText.Of($" <span>{figures.Label}</span>") : HtmlText.Empty;

    private static HtmlText Others(Figures figures) =>
        HtmlText.Join(figures.Others.Select(other => HtmlText.Of($" <span><i>{other.Label}</i> {other.Points}</span>")));

    private static string StatusText(MatchStatus status) => status switch
    {
        MatchStatus.InProgress => "In play",
        MatchStatus.Suspended => "Suspended",
        MatchStatus.Abandoned => "Abandoned",
        _ => "Final",
    };

    private static string OutcomeText(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Walkover => "w/o",
        OutcomeKind.Retired => "ret.",
        OutcomeKind.Forfeit => "forfeit",
        OutcomeKind.Defaulted => "def.",
        OutcomeKind.Disqualified => "dsq",
        OutcomeKind.Awarded => "awarded",
        _ => "drawn",
    };

    private static HtmlText Words(string words) => HtmlText.Of($"""<tr class="words"><td colspan="3">{words}</td></tr>""");

    private static string Length(string name) => name.Length > LongestName ? "longest" : name.Length > LongName ? "long" : "";
}
