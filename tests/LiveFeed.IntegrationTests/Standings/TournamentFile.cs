using System.Globalization;
using System.Text;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>
/// A tournament in four divisions as an organizer's CSV has it: pools in which everybody plays everybody, then a bracket of the first two of each pool, to the
/// final and the match for third place. The later matches only have labels.
/// </summary>
internal sealed class TournamentFile
{
    private const int Divisions = 4;

    private readonly StringBuilder text = new("Match;Klasse;Gruppe;Mannschaft 1;Mannschaft 2\n");

    /// <param name="pools">How many pools a division has: a power of two.</param>
    /// <param name="teams">How many teams a pool has.</param>
    public TournamentFile(int pools, int teams)
    {
        for (var division = 1; division <= Divisions; division++)
        {
            for (var pool = 0; pool < pools; pool++)
                AddPool(division, (char)('A' + pool), teams);
            AddBracket(division, pools);
        }
    }

    /// <summary>The file.</summary>
    public string Text => text.ToString();

    /// <summary>How many matches it has.</summary>
    public int Matches { get; private set; }

    /// <summary>Where the sides of the later matches come from, by number: "Winner of M7", "Loser of M7", "1 of pool A".</summary>
    public Dictionary<string, (string One, string Two)> Sources { get; } = [];

    private void AddPool(int division, char pool, int teams)
    {
        for (var one = 1; one <= teams; one++)
        {
            for (var two = one + 1; two <= teams; two++)
                Add(division, $"{pool}", $"Team {division}{pool}-{one}", $"Team {division}{pool}-{two}");
        }
    }

    private void AddBracket(int division, int pools)
    {
        var round = new List<string>();
        for (var pool = 0; pool < pools; pool++)
            round.Add(AddLater(division, Place(1, pool), Place(2, pool ^ 1)));
        while (round.Count > 2)
            round = [.. round.Chunk(2).Select(pair => AddLater(division, ("Winner of " + pair[0], "Winner of " + pair[0]), ("Winner of " + pair[1], "Winner of " + pair[1])))];
        foreach (var who in new[] { "Loser of ", "Winner of " })
            AddLater(division, (who + round[0], who + round[0]), (who + round[1], who + round[1]));
    }

    private static (string Label, string Source) Place(int place, int pool)
    {
        var name = (char)('A' + pool);
        return (string.Create(CultureInfo.InvariantCulture, $"{(place == 1 ? "1st" : "2nd")} Pool {name}"), string.Create(CultureInfo.InvariantCulture, $"{place} of pool {name}"));
    }

    private string AddLater(int division, (string Label, string Source) one, (string Label, string Source) two)
    {
        var number = Add(division, "", one.Label, two.Label);
        Sources[number] = (one.Source, two.Source);
        return number;
    }

    private string Add(int division, string pool, string one, string two)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"M{++Matches}");
        text.Append(CultureInfo.InvariantCulture, $"{number};Division {division};{pool};{one};{two}\n");
        return number;
    }
}
