namespace LiveFeed.Domain.Incidents;

/// <summary>Which sport knows which kinds of incidents, and which kinds belong to a side.</summary>
public static class IncidentKinds
{
    private static readonly IncidentKind[] All = Enum.GetValues<IncidentKind>();

    // In every sport.
    private static readonly IncidentKind[] Common =
        [IncidentKind.Injury, IncidentKind.Challenge, IncidentKind.PeriodStart, IncidentKind.PeriodEnd, IncidentKind.Note];

    // FIVB, Official Volleyball Rules 15 (interruptions), 17.1 (injury) and 21 (misconduct and its cards).
    private static readonly IncidentKind[] RallyPoint =
    [
        .. Common, IncidentKind.Ace, IncidentKind.Block, IncidentKind.Error, IncidentKind.TimeOut, IncidentKind.TechnicalTimeOut,
        IncidentKind.YellowCard, IncidentKind.RedCard, IncidentKind.Sanction,
    ];

    // ITF, Rules of Tennis 29 and 30 (continuous play, medical time-outs), and the codes of conduct.
    private static readonly IncidentKind[] Rackets = [.. Common, IncidentKind.Ace, IncidentKind.Error, IncidentKind.TimeOut, IncidentKind.YellowCard, IncidentKind.RedCard, IncidentKind.Sanction];

    // IFAB, Laws of the Game 3 (substitutions), 10 (goals, penalties) and 12 (cards).
    private static readonly IncidentKind[] Goals =
    [
        .. Common, IncidentKind.Goal, IncidentKind.OwnGoal, IncidentKind.PenaltyGoal, IncidentKind.PenaltyMissed, IncidentKind.Save,
        IncidentKind.YellowCard, IncidentKind.SecondYellow, IncidentKind.RedCard, IncidentKind.Substitution,
    ];

    private static readonly Dictionary<string, IReadOnlyList<IncidentKind>> OfSports = new(StringComparer.Ordinal)
    {
        ["volleyball"] = InOrder([.. RallyPoint, IncidentKind.Substitution]),
        // FIVB, Official Beach Volleyball Rules 15: no substitutions.
        ["beach-volleyball"] = InOrder(RallyPoint),
        ["tennis"] = InOrder([.. Common, IncidentKind.Ace, IncidentKind.Error, IncidentKind.TimeOut, IncidentKind.Sanction]),
        ["padel"] = InOrder(Rackets),
        ["badminton"] = InOrder(Rackets),
        ["table-tennis"] = InOrder(Rackets),
        ["squash"] = InOrder(Rackets),
        ["pickleball"] = InOrder(Rackets),
        ["football"] = InOrder(Goals),
        // FIFA, Futsal Laws of the Game 7 and 12; IHF, Rules of the Game 2, 8 and 16; FIH, Rules of Hockey 14; IIHF, Official Rule Book; World Aquatics, Water Polo Rules: all have time-outs.
        ["futsal"] = InOrder([.. Goals, IncidentKind.TimeOut]),
        ["handball"] = InOrder([.. Goals, IncidentKind.TimeOut, IncidentKind.Sanction]),
        ["hockey"] = InOrder([.. Goals, IncidentKind.TimeOut, IncidentKind.Sanction]),
        ["ice-hockey"] = InOrder([.. Goals, IncidentKind.TimeOut, IncidentKind.Sanction]),
        ["water-polo"] = InOrder([.. Goals, IncidentKind.TimeOut, IncidentKind.Sanction]),
    };

    private static readonly HashSet<IncidentKind> OfASide =
    [
        IncidentKind.Goal, IncidentKind.OwnGoal, IncidentKind.PenaltyGoal, IncidentKind.PenaltyMissed, IncidentKind.Save, IncidentKind.YellowCard,
        IncidentKind.SecondYellow, IncidentKind.RedCard, IncidentKind.Substitution, IncidentKind.TimeOut, IncidentKind.Ace, IncidentKind.Block,
        IncidentKind.Error, IncidentKind.Sanction,
    ];

    /// <summary>Returns the kinds that a sport knows: all of them if the table has no row for the sport, as for <c>generic</c>.</summary>
    public static IReadOnlyList<IncidentKind> Of(string sport) => OfSports.GetValueOrDefault(sport, All);

    /// <summary>Returns whether an incident of this kind needs a side: without it, nothing could be counted.</summary>
    public static bool NeedsSide(IncidentKind kind) => OfASide.Contains(kind);

    private static IncidentKind[] InOrder(IncidentKind[] kinds) => [.. kinds.Order()];
}
