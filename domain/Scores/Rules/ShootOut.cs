using System.Collections.Concurrent;

namespace LiveFeed.Domain.Scores;

/// <summary>
/// A shoot-out: a number of penalties each, in turn, until a lead can't be caught up with; then one each until one scores and the other
/// doesn't (IFAB Laws of the Game, Law 10.3; the other sports' rules are the same but for the number).
/// </summary>
internal static class ShootOut
{
    private static readonly ConcurrentDictionary<int, HashSet<(int, int)>> ReachableWith = new();

    /// <summary>Returns whether a shoot-out can stand at these penalties, in either order of kicking.</summary>
    /// <param name="each">How many each team has before it goes on one by one.</param>
    /// <param name="penalties">The penalties that were scored.</param>
    public static bool CanBe(int each, SetScore penalties) =>
        // Once it goes on one by one, nobody ever leads by more than one.
        penalties.Lead <= 1 || ReachableWith.GetOrAdd(each, Reachable).Contains((penalties.Higher, penalties.Lower));

    private static HashSet<(int Higher, int Lower)> Reachable(int each)
    {
        var seen = new HashSet<(int Kicks, int First, int Second)>();
        var next = new Stack<(int Kicks, int First, int Second)>([(0, 0, 0)]);
        while (next.TryPop(out var state))
        {
            var (kicks, first, second) = state;
            if (!seen.Add(state) || kicks == 2 * each || IsOver(each, kicks, first, second))
                continue;
            next.Push((kicks + 1, first, second));
            next.Push(kicks % 2 == 0 ? (kicks + 1, first + 1, second) : (kicks + 1, first, second + 1));
        }

        return [.. seen.Select(state => (Math.Max(state.First, state.Second), Math.Min(state.First, state.Second)))];
    }

    private static bool IsOver(int each, int kicks, int first, int second)
    {
        var (leftOfFirst, leftOfSecond) = (each - ((kicks + 1) / 2), each - (kicks / 2));
        return first > second + leftOfSecond || second > first + leftOfFirst;
    }
}
