namespace LiveFeed.Domain.Brackets;

/// <summary>Finds the matches that are part of brackets, by the sources of sides alone, however the schedule came about.</summary>
internal static class BracketGraph
{
    /// <summary>
    /// Returns all matches that have a source, or are one, by id and linked. Links end at the border of a division: who comes from another one is new in the
    /// bracket.
    /// </summary>
    public static IReadOnlyList<BracketNode> Create(IReadOnlyCollection<Match> matches)
    {
        var nodes = matches.OrderBy(match => match.Id)
            .GroupBy(match => (match.DivisionId, Tie: match.Leg is null ? null : match.TieId, Id: match is { Leg: not null, TieId: not null } ? default : match.Id))
            .Select(group => new BracketNode([.. group.OrderBy(match => match.Leg).ThenBy(match => match.Id)])).ToList();
        var byMatch = nodes.SelectMany(node => node.Matches.Select(match => (match.Id, node))).ToDictionary(pair => pair.Id, pair => pair.node);
        var links = nodes.ToDictionary(node => node, node => node.Sources.Select(source => Find(node, source)).ToArray());
        var isSource = links.Values.SelectMany(sources => sources).OfType<BracketNode>().ToHashSet();
        List<BracketNode> inBrackets = [.. nodes.Where(node => isSource.Contains(node) || node.Sources.Any(source => source is not null))];
        foreach (var node in inBrackets)
            node.Repeats = Repeated(node, links[node]) is { } repeated && !isSource.Contains(node) ? repeated : null;
        foreach (var node in inBrackets.Where(node => node.Repeats is null))
            Link(node, links[node]);
        return inBrackets;

        BracketNode? Find(BracketNode node, SideSource? source) =>
            source?.Match is { } id && byMatch.TryGetValue(id, out var found) && found.DivisionId == node.DivisionId && found != node ? found : null;
    }

    // The winner and the loser of one match meet again.
    private static BracketNode? Repeated(BracketNode node, BracketNode?[] links) =>
        links is [{ } one, { } other] && one == other && node.Sources[0]!.WinnerOf is null != node.Sources[1]!.WinnerOf is null ? one : null;

    private static void Link(BracketNode node, BracketNode?[] links)
    {
        foreach (var side in new[] { 0, 1 })
        {
            if (links[side] is not { } from)
                continue;
            if (node.Sources[side]!.LoserOf is not null)
            {
                node.LosersFrom.Add(from);
            }
            else if (from.Next is null)
            {
                from.Next = node;
                node.WinnersFrom[side] = from;
            }
        }
    }
}
