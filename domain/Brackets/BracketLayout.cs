namespace LiveFeed.Domain.Brackets;

/// <summary>
/// Says of each match of a bracket for which place it is played, in which part and round of the bracket it is, and in which line. Nothing of it is stored: it
/// follows from where sides come from.
/// </summary>
internal static class BracketLayout
{
    // The most rounds in which lines are doubled. Ten thousand matches in a row, each with one new team, have as many rounds.
    private const int MaxDoublings = 14;

    /// <summary>Returns the nodes of each bracket, each round from top to bottom.</summary>
    /// <param name="nodes">The nodes, linked.</param>
    /// <param name="poolSizes">By pool, how many pools its division has.</param>
    public static IReadOnlyList<IReadOnlyList<BracketNode>> Create(IReadOnlyList<BracketNode> nodes, IReadOnlyDictionary<string, int> poolSizes)
    {
        var trees = nodes.Where(node => node is { Next: null, Repeats: null }).ToDictionary(root => root, Walk);
        Rank(trees, poolSizes);
        foreach (var tree in trees.Values)
            Divide(tree);
        foreach (var node in nodes.Where(node => node.Repeats is not null))
            (node.Root, node.Place, node.Stage) = (node.Repeats!.Root, node.Repeats.Root.Place, BracketStage.ResetFinal);
        var brackets = Connected(nodes, trees);
        foreach (var bracket in brackets)
            Arrange(bracket);
        return brackets;
    }

    // From the root back, round by round and from top to bottom.
    private static List<BracketNode> Walk(BracketNode root)
    {
        List<BracketNode> tree = [root];
        root.Root = root;
        for (var i = 0; i < tree.Count; i++)
        {
            foreach (var from in tree[i].WinnersFrom.OfType<BracketNode>())
            {
                (from.Root, from.Remaining) = (root, tree[i].Remaining + 1);
                tree.Add(from);
            }
        }

        return tree;
    }

    /// <summary>Finds the best place that each tree plays for. The losers of a round play for the places after those who go on.</summary>
    private static void Rank(Dictionary<BracketNode, List<BracketNode>> trees, IReadOnlyDictionary<string, int> poolCounts)
    {
        var waiting = trees.Select(tree => (tree.Key, Tree: tree.Value, Losers: tree.Value.SelectMany(node => node.LosersFrom).Where(from => from.Root != tree.Key).ToList())).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(one => one.Losers.TrueForAll(from => from.Root.Place > 0));
            // Trees that take losers of each other have no order.
            if (ready.Count == 0)
                ready = [waiting[0]];
            foreach (var (root, tree, losers) in ready)
            {
                var placed = losers.Where(from => from.Root.Place > 0).Select(from => from.Root.Place + (1 << Math.Min(from.Remaining, MaxDoublings))).ToList();
                root.Place = placed.Count > 0 ? placed.Min() : FirstPlace(tree, poolCounts);
            }

            waiting.RemoveAll(one => one.Key.Place > 0);
        }

        foreach (var (root, tree) in trees)
            tree.ForEach(node => node.Place = root.Place);
    }

    // A bracket of the thirds of four pools is played for place 9. With a team of another way into it, it is the main bracket.
    private static int FirstPlace(List<BracketNode> tree, IReadOnlyDictionary<string, int> poolCounts)
    {
        var entries = tree.SelectMany(node => node.Sources.Where((_, side) => node.WinnersFrom[side] is null)).Where(source => source?.LoserOf is null).ToList();
        return entries.Count > 0 && entries.TrueForAll(source => source?.Pool is not null)
            ? entries.Min(source => 1 + ((source!.Place!.Value - 1) * poolCounts.GetValueOrDefault(source.Pool!, 1)))
            : 1;
    }

    private static void Divide(List<BracketNode> tree)
    {
        var root = tree[0];
        var lower = new HashSet<BracketNode>();
        // Those whose losers play on in the same tree come first.
        foreach (var node in Enumerable.Reverse(tree))
        {
            if (node.LosersFrom.Exists(from => from.Root == root) || node.WinnersFrom.Any(from => from is not null && lower.Contains(from)))
                lower.Add(node);
        }

        foreach (var node in tree)
        {
            node.Stage = node.Place == 3 && tree.Count == 1 ? BracketStage.ThirdPlace
                : node.Place > 1 ? BracketStage.Consolation
                : !lower.Contains(node) ? BracketStage.Main
                : node == root && node.WinnersFrom.Any(from => from is not null && !lower.Contains(from)) ? BracketStage.GrandFinal
                : BracketStage.Losers;
            node.RoundsAfter = node.Next?.Stage == node.Stage ? node.Next.RoundsAfter + 1 : 0;
        }
    }

    private static List<IReadOnlyList<BracketNode>> Connected(IReadOnlyList<BracketNode> nodes, Dictionary<BracketNode, List<BracketNode>> trees)
    {
        var links = nodes.SelectMany(node => node.LosersFrom.Append(node.Repeats).OfType<BracketNode>().Where(from => from.Root != node.Root).Select(from => (One: node.Root, Other: from.Root)))
            .SelectMany(link => new[] { link, (One: link.Other, Other: link.One) }).ToLookup(link => link.One, link => link.Other);
        var repeats = nodes.Where(node => node.Repeats is not null).ToLookup(node => node.Root);
        var (seen, brackets) = (new HashSet<BracketNode>(), new List<IReadOnlyList<BracketNode>>());
        foreach (var first in trees.Keys.Where(seen.Add))
        {
            List<BracketNode> roots = [first];
            for (var i = 0; i < roots.Count; i++)
                roots.AddRange(links[roots[i]].Where(seen.Add));
            brackets.Add([.. roots.OrderBy(root => root.Place).ThenBy(root => root.Id).SelectMany(root => trees[root].Concat(repeats[root]))]);
        }

        return brackets;
    }

    private static void Arrange(IReadOnlyList<BracketNode> bracket)
    {
        foreach (var part in bracket.GroupBy(node => (node.Stage, node.Place)))
        {
            var line = 0;
            foreach (var last in part.Where(node => node.RoundsAfter == 0))
                last.Position = ++line;
            foreach (var round in part.GroupBy(node => node.RoundsAfter).OrderBy(round => round.Key))
                Place([.. round]);
        }
    }

    // Gives lines to those from whom the winners in a round come.
    private static void Place(List<BracketNode> round)
    {
        var isDoubled = IsDoubled(round);
        var before = round.SelectMany(node => node.WinnersFrom.Select((from, side) => (from, Line: isDoubled ? (2 * node.Position) - 1 + side : node.Position)))
            .Where(one => one.from?.Stage == round[0].Stage).ToList();
        foreach (var (index, (from, line)) in before.Index())
            from!.Position = round[0].RoundsAfter < MaxDoublings ? line : index + 1;
    }

    /// <summary>Returns whether the round before has twice as many lines. It has as many in a losers' bracket if each winner meets a new loser.</summary>
    public static bool IsDoubled(IReadOnlyCollection<BracketNode> round) =>
        round.First() is var first && (first.Stage is not BracketStage.Losers || round.Any(node => node.WinnersFrom.All(from => from?.Stage == first.Stage)))
            && first.RoundsAfter < MaxDoublings;
}
