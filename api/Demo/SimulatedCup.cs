namespace LiveFeed.Api.Demo;

/// <summary>The simulated tournament's schedule: invented teams on four courts, three matches each.</summary>
internal static class SimulatedCup
{
    public const int Courts = 4;
    private const int Rounds = 3;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(10);

    private static readonly string[] Names =
    [
        "Gulls", "Herons", "Terns", "Plovers", "Puffins", "Curlews", "Sandpipers", "Avocets", "Kittiwakes", "Fulmars", "Skuas", "Gannets",
        "Oystercatchers", "Turnstones", "Dunlins", "Knots",
    ];

    public static EventDetails Details { get; } =
        new("Simulated Beach Cup (demo)", "beach-volleyball", null, Visibility.Public, null, null, false);

    /// <summary>Returns the schedule of one day. Match ids depend on the edition, so that a new edition replaces the old one.</summary>
    public static Schedule Plan(int edition, DateTimeOffset start) => new(
        [new(1, "Women"), new(2, "Men")],
        [.. Enumerable.Range(1, Courts).Select(court => new ScheduledName(court, court == 1 ? "Centre court" : $"Court {court}"))],
        [.. Names.Select((name, index) => new ScheduledTeam(index + 1, name, Division(index)))],
        [.. Enumerable.Range(0, Rounds * Courts).Select(index => Match(edition, index, start))]);

    private static ScheduledMatch Match(int edition, int index, DateTimeOffset start)
    {
        var (round, court) = (index / Courts, index % Courts);
        var half = Names.Length / 2;
        var division = court % 2;
        // Within a half, two courts play at once. Their first teams are four apart and an opponent is one to three teams further, so no
        // team is in both matches.
        var first = (division * half) + (((court / 2 * 4) + round) % half);
        var second = (division * half) + (((court / 2 * 4) + round + 1 + (edition % 3)) % half);
        var startsAt = start + (Slot * round);
        return new ScheduledMatch(new MatchId((edition * 100) + index + 1), division + 1, court + 1, first + 1, second + 1, null, null, startsAt, startsAt + Slot);
    }

    private static int Division(int team) => team < Names.Length / 2 ? 1 : 2;
}
