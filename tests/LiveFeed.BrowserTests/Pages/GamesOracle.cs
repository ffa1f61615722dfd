using System.Globalization;
using LiveFeed.Domain.Formats;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>
/// A match of games, counted point by point from the text of the ITF's rules 5, 6, 7 and 14 and Appendix V, with plain numbers, and without the product's code:
/// what the scorekeeper's page has to say after each point.
/// </summary>
internal sealed class GamesOracle(MatchFormat format, int server)
{
    private readonly List<(int Games1, int Games2, string TieBreak)> sets = [(0, 0, "")];
    private readonly int[] points = new int[2];
    private readonly int[] won = new int[2];
    private int gamesServed = server == 1 ? 0 : 1;

    /// <summary>Whether the set that was played last is over, and the next has not begun.</summary>
    public bool IsSetOver { get; private set; }

    /// <summary>The winner of the match; 0 while it is played.</summary>
    public int Winner => won[0] > format.BestOf / 2 ? 1 : won[1] > format.BestOf / 2 ? 2 : 0;

    private bool IsDeciding => format.BestOf > 1 && sets.Count == format.BestOf;

    private int MatchTieBreakTo => !IsDeciding ? 0 : format.FinalSet switch { FinalSet.MatchTieBreak10 => 10, FinalSet.MatchTieBreak7 => 7, _ => 0 };

    private bool IsTieBreak
    {
        get
        {
            var level = !IsDeciding ? format.TieBreakAt : format.FinalSet switch { FinalSet.Advantage => 0, FinalSet.TieBreakAt12 => 12, _ => format.TieBreakAt };
            return level > 0 && sets[^1].Games1 == level && sets[^1].Games2 == level;
        }
    }

    /// <summary>Who serves the next point. In a tie-break the first server serves one point, then each side two.</summary>
    private int Server
    {
        get
        {
            var played = points[0] + points[1];
            var changes = IsTieBreak || MatchTieBreakTo > 0 ? (played + 1) / 2 : 0;
            return (gamesServed + changes) % 2 == 0 ? 1 : 2;
        }
    }

    public void BeginSet()
    {
        sets.Add((0, 0, ""));
        IsSetOver = false;
    }

    public void Point(int team)
    {
        var (own, other) = (++points[team - 1], points[2 - team]);
        if (MatchTieBreakTo is > 0 and var to)
        {
            sets[^1] = (points[0], points[1], "");
            if (own >= to && own - other >= 2)
                SetTo(team);
            return;
        }

        var isTieBreak = IsTieBreak;
        var isWon = isTieBreak ? own >= format.TieBreakTo && (own - other >= 2 || format.TieBreakTo == 5) : own >= 4 && (own - other >= 2 || format.NoAd is true);
        if (!isWon)
            return;
        var (games1, games2, _) = sets[^1];
        sets[^1] = (games1 + (team == 1 ? 1 : 0), games2 + (team == 2 ? 1 : 0), isTieBreak ? $"({points[0]}-{points[1]})" : "");
        Array.Clear(points);
        gamesServed++;
        var (ownGames, otherGames) = team == 1 ? (games1 + 1, games2) : (games2 + 1, games1);
        if (isTieBreak || (ownGames >= format.GamesTo && ownGames - otherGames >= 2))
            SetTo(team);
    }

    /// <summary>What stands now, such as <c>6-4 3-2 40-AD 1</c>: the sets, the points of the running game, and who serves.</summary>
    public override string ToString()
    {
        var score = string.Join(' ', sets.Select(set => $"{set.Games1}-{set.Games2}{set.TieBreak}"));
        var game = IsSetOver || MatchTieBreakTo > 0 ? "" : $" {Texts()}";
        return $"{score}{game} {Server}";
    }

    private string Texts()
    {
        if (IsTieBreak)
            return string.Create(CultureInfo.InvariantCulture, $"{points[0]}-{points[1]}");
        var (one, two) = (points[0], points[1]);
        if (one >= 3 && two >= 3)
            return one == two ? "40-40" : one > two ? "AD-40" : "40-AD";
        string[] names = ["0", "15", "30", "40"];
        return $"{names[one]}-{names[two]}";
    }

    private void SetTo(int team)
    {
        won[team - 1]++;
        IsSetOver = true;
    }
}
