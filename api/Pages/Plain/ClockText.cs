namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// What the clock of a match in play shows: its period, and the minute that is being played, "45+2" in added time. js/shared/match-clock.js has the same words for browsers with
/// JavaScript, which count the seconds too.
/// </summary>
internal static class ClockText
{
    // In minutes: more is hardly ever added to a half.
    private const int LongestAdded = 15;

    public static string Of(ClockView clock, MatchFormat format, string sport, DateTimeOffset now)
    {
        var isInHalves = (format.Periods, Sports.Find(sport)?.Unit) is (2, _) or (1, "goal");
        if (clock.State == ClockState.Ended)
            return isInHalves && clock.Period == 1 ? "Half-time" : "Break";
        var elapsed = TimeSpan.FromMilliseconds(clock.ElapsedMs);
        // An entry can be some moments ahead of this instance's time.
        if (clock is { State: ClockState.Running, At: { } at } && now > at)
            elapsed += now - at;
        return $"{Period(clock.Period, format, isInHalves, sport)} {Minute((int)elapsed.TotalMinutes + 1, clock.Period, format, Regular(format, isInHalves))}\u2032".TrimStart();
    }

    private static string Minute(int ofPeriod, int period, MatchFormat format, int regular)
    {
        if (format.Clock is not { } clock)
            return $"{ofPeriod}";
        var (before, length) = (clock.MinutesBefore(period, regular), clock.MinutesOf(period, regular));
        var over = ofPeriod - length;
        // Goals that are one number are also kept without ever recording half-time: then the clock simply goes on.
        return over <= 0 || (over > LongestAdded && format.Periods == 1) ? $"{before + ofPeriod}" : $"{before + length}+{over}";
    }

    private static int Regular(MatchFormat format, bool isInHalves) => isInHalves ? 2 : format.Periods ?? IncidentDetails.MaxPeriod;

    private static string Period(int period, MatchFormat format, bool isInHalves, string sport)
    {
        var regular = Regular(format, isInHalves);
        if (period > regular)
            return period == regular + 1 ? "Overtime" : $"Overtime {period - regular}";
        if (isInHalves)
            return period == 1 ? "First half" : "Second half";
        return regular == 1 ? "" : $"{Name(format, sport)} {period}";
    }

    private static string Name(MatchFormat format, string sport) => (format.Kind, format.Periods, Sports.Find(sport)?.Period) switch
    {
        (FormatKind.Sum, _, "inning") => "Inning",
        (FormatKind.Sum, 4, _) => "Quarter",
        (FormatKind.Sets or FormatKind.Games, _, "game") => "Game",
        (FormatKind.Sets or FormatKind.Games, _, _) => "Set",
        _ => "Period",
    };
}
