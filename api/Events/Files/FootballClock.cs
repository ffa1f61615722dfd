namespace LiveFeed.Api.Events.Files;

/// <summary>Turns the minute of a football report ("90+3") into the time since kick-off, breaks included.</summary>
internal static class FootballClock
{
    private const int HalfTimeBreak = 15;

    // The stoppage time of the second half and the pause together.
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

    /// <summary>When a match with these extras usually ends. A late goal may lie after it.</summary>
    public static TimeSpan End(bool extraTime, bool shootOut) =>
        At(extraTime ? 120 : 90, UsualStoppage) + TimeSpan.FromMinutes(shootOut ? ShootOut : 0);
}
