namespace LiveFeed.Domain.Formats;

/// <summary>The sports whose scores can be kept.</summary>
public static class Sports
{
    private static readonly Dictionary<string, Sport> ByName = new Sport[]
    {
        New("volleyball", "point", "set"),
        New("beach-volleyball", "point", "set"),
        New("tennis", "game", "set"),
        New("football", "goal", "half"),
        New("generic", "point", "period"),
        New("badminton", "point", "game"),
        New("table-tennis", "point", "game"),
        New("squash", "point", "game"),
        New("pickleball", "point", "game"),
        New("padel", "game", "set"),
        New("futsal", "goal", "half"),
        New("handball", "goal", "half"),
        New("basketball", "point", "quarter"),
        New("hockey", "goal", "quarter"),
        New("ice-hockey", "goal", "period"),
        New("water-polo", "goal", "quarter"),
        New("rugby", "point", "half"),
        New("baseball", "run", "inning"),
        New("softball", "run", "inning"),
        New("cricket", "run", "inning"),
        New("darts", "leg", "match"),
        New("billiards", "frame", "match"),
    }.ToDictionary(sport => sport.Name);

    /// <summary>All of them, in the order in which to offer them.</summary>
    public static IReadOnlyList<Sport> All { get; } = [.. ByName.Values];

    /// <summary>Their names on the wire.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>Returns a sport by its name, exactly as written there; null if there is none.</summary>
    public static Sport? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Returns the format of a sport's events.</summary>
    /// <param name="sport">The sport.</param>
    /// <param name="bestOf">The maximum number of sets; null for the sport's default, and for sports that aren't won by sets.</param>
    /// <returns>The format; null if the sport has none with that number of sets.</returns>
    public static MatchFormat? FormatOf(Sport sport, int? bestOf) => (sport.Format.Kind, bestOf) switch
    {
        (_, null) => sport.Format,
        (_, { } sets) when sets == sport.Format.BestOf => sport.Format,
        (FormatKind.Sets, 1 or 2 or 3 or 5 or 7) => sport.Format with { BestOf = bestOf, Preset = null, Decider = bestOf > 2 ? sport.Format.Decider : null },
        (FormatKind.Games, 1) => sport.Format with { BestOf = 1, Preset = null, FinalSet = FinalSet.TieBreak },
        (FormatKind.Games, 3 or 5) => sport.Format with { BestOf = bestOf, Preset = null },
        _ => null,
    };

    // The preset of the same name is the sport's usual format.
    private static Sport New(string name, string unit, string period) => new(name, FormatPresets.Find(name)!.Format, unit, period);
}
