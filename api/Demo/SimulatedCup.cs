namespace LiveFeed.Api.Demo;

/// <summary>The simulated tournament: invented teams on four courts.</summary>
internal static class SimulatedCup
{
    public const int Courts = 4;
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(10);

    private static readonly string[] Women = ["Gulls", "Herons", "Terns", "Plovers", "Puffins", "Curlews"];
    private static readonly string[] Men = ["Sandpipers", "Avocets", "Kittiwakes", "Fulmars", "Skuas", "Gannets", "Oystercatchers", "Turnstones"];

    public static EventDetails Details { get; } =
        new("Simulated Beach Cup (demo)", "beach-volleyball", null, Visibility.Public, null, null, false);

    /// <summary>Returns the schedule of one day: women in two pools and a bracket of the best, men in a bracket from the beginning.</summary>
    /// <param name="edition">Which day it is. Match ids depend on it, so that a new edition replaces the old one.</param>
    /// <param name="start">When its first matches start.</param>
    public static Schedule Plan(int edition, DateTimeOffset start)
    {
        // Other teams meet in each edition.
        var women = Rotate(Women.Length, edition).Select(index => index + 1).ToList();
        var men = Rotate(Men.Length, edition).Select(index => Women.Length + index + 1).ToList();
        var day = new SimulatedDay(edition, start);
        List<ScheduledPool> pools = [day.AddPool("W-A", "Pool A", women[..3], court: 1), day.AddPool("W-B", "Pool B", women[3..], court: 3)];
        day.AddBracketOfPools(pools[0], pools[1]);
        day.AddBracket(men);
        day.AddFriendly(Women.Length + Men.Length + 1, Women.Length + Men.Length + 2);
        return new Schedule(
            [new(1, "Women", Pools: new EquatableList<ScheduledPool>(pools)), new(2, "Men")],
            [.. Enumerable.Range(1, Courts).Select(court => new ScheduledName(court, court == 1 ? "Centre court" : $"Court {court}"))],
            [
                .. Women.Concat(Men).Select((name, index) => new ScheduledTeam(index + 1, name, index < Women.Length ? 1 : 2)),
                .. new[] { "Hosts", "Visitors" }.Select((name, index) => new ScheduledTeam(Women.Length + Men.Length + index + 1, name)),
            ],
            day.Matches);
    }

    private static IEnumerable<int> Rotate(int count, int by) => Enumerable.Range(0, count).Select(index => (index + by) % count);
}
