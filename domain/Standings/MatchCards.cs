namespace LiveFeed.Domain.Standings;

/// <summary>The cards of both teams in a match, counted from its incidents.</summary>
/// <param name="Cards1">Those of team 1.</param>
/// <param name="Cards2">Those of team 2.</param>
internal readonly record struct MatchCards(Cards Cards1, Cards Cards2)
{
    /// <summary>The kinds of incidents that count.</summary>
    public static IReadOnlyList<IncidentKind> Kinds { get; } = [IncidentKind.YellowCard, IncidentKind.SecondYellow, IncidentKind.RedCard];

    /// <summary>Counts the cards of a match. A card without a person is that of a player of its own.</summary>
    /// <param name="incidents">The incidents of the match that stand.</param>
    public static MatchCards Of(IEnumerable<Incident> incidents)
    {
        var bySide = incidents.Where(incident => Kinds.Contains(incident.Kind)).ToLookup(incident => incident.Side);
        return new MatchCards(Count(bySide[1]), Count(bySide[2]));
    }

    private static Cards Count(IEnumerable<Incident> cards)
    {
        var sum = default(Cards);
        foreach (var player in cards.GroupBy(WhoGot).Select(player => player.Select(card => card.Kind).ToHashSet()))
        {
            sum = (player.Contains(IncidentKind.RedCard), player.Contains(IncidentKind.SecondYellow), player.Contains(IncidentKind.YellowCard)) switch
            {
                (true, _, true) or (true, true, _) => sum with { YellowAndRed = sum.YellowAndRed + 1 },
                (true, false, false) => sum with { Red = sum.Red + 1 },
                (false, true, _) => sum with { SecondYellow = sum.SecondYellow + 1 },
                _ => sum with { Yellow = sum.Yellow + 1 },
            };
        }

        return sum;
    }

    private static object WhoGot(Incident card) => card.PersonId is { } player ? player : card.Person is { } name ? NameKey.Of(name) : card;
}
