namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Converts the minute of a football report ("90+3") to the time since kick-off, breaks included.</summary>
internal static class FootballClock
{
    private const int HalfTimeBreak = 15;

    // The stoppage time of the second half and the break, together.
    private const int BeforeExtraTime = 15;
    private const int ExtraTimeBreak = 5;
    private const int UsualStoppage = 5;
    private const int ShootOut = 15;

    public static TimeSpan At(int minute, int stoppage) => TimeSpan.FromMinutes(minute + stoppage + minute switch
    {
        <= 45 => 0,
        <= 90 => HalfTimeBreak,
        <= 105 => HalfTimeBreak + BeforeExtraTime,
        _ => HalfTimeBreak + BeforeExtraTime + ExtraTimeBreak,
    });

    /// <summary>
    /// Returns how long after kick-off a match usually ends, with extra time and a shoot-out if it has them. A late goal may come after it.
    /// </summary>
    public static TimeSpan End(bool extraTime, bool shootOut) =>
        At(extraTime ? 120 : 90, UsualStoppage) + TimeSpan.FromMinutes(shootOut ? ShootOut : 0);
}
