using System.Diagnostics.CodeAnalysis;

namespace LiveFeed.Domain.Brackets;

/// <summary>Orders matches so that each one comes after all matches that decide its sides: those it names, and those of a pool it names.</summary>
internal static class DependencyOrder
{
    /// <summary>Returns false, with the matches of a cycle, if there is no such order. Sources that don't exist are left out.</summary>
    /// <param name="matches">The matches.</param>
    /// <param name="pools">The pools, so that a pool of places waits for the pools that these are of.</param>
    /// <param name="order">The matches in such an order.</param>
    /// <param name="cycle">The matches of a cycle.</param>
    public static bool TryCreate(
        IReadOnlyList<BracketMatch> matches, IReadOnlyList<BracketPool> pools, out IReadOnlyList<BracketMatch> order, [NotNullWhen(false)] out IReadOnlyList<BracketMatch>? cycle)
    {
        var sources = matches.ToDictionary(match => match.Id, _ => new List<BracketMatch>());
        var byId = matches.ToDictionary(match => match.Id);
        var byPool = matches.ToLookup(match => match.Pool);
        foreach (var match in matches)
        {
            foreach (var source in match.Sides.Select(side => side.From).OfType<SideSource>())
            {
                if (source.Match is { } id && byId.TryGetValue(id, out var earlier))
                    sources[match.Id].Add(earlier);
                else if (source.Pool is { } pool)
                    sources[match.Id].AddRange(PoolsBehind(pool, pools).SelectMany(one => byPool[one]));
            }
        }

        // Kahn's algorithm, which needs no recursion: a chain may be as long as a schedule.
        var waiting = sources.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        var followers = sources.SelectMany(pair => pair.Value.Select(source => (Source: source.Id, Follower: pair.Key)))
            .ToLookup(pair => pair.Source, pair => pair.Follower);
        var ready = new Queue<MatchId>(matches.Select(match => match.Id).Where(id => waiting[id] == 0));
        var ordered = new List<BracketMatch>(matches.Count);
        while (ready.TryDequeue(out var id))
        {
            ordered.Add(byId[id]);
            foreach (var follower in followers[id])
            {
                if (--waiting[follower] == 0)
                    ready.Enqueue(follower);
            }
        }

        order = ordered;
        cycle = ordered.Count == matches.Count ? null : FindCycle(matches.First(match => waiting[match.Id] > 0), sources, waiting);
        return cycle is null;
    }

    /// <summary>Returns whether a side waits for a match.</summary>
    public static bool IsSource(BracketSide side, BracketMatch match, IReadOnlyList<BracketPool> pools) =>
        side.From is { } from && (from.Match == match.Id || (from.Pool is { } pool && match.Pool is not null && PoolsBehind(pool, pools).Contains(match.Pool)));

    private static IReadOnlyList<string> PoolsBehind(string pool, IReadOnlyList<BracketPool> pools) => pools.FirstOrDefault(one => one.Id == pool)?.PlacesFrom ?? [pool];

    // Every match that is left waits for another match that is left. So a path from one to the next must come back to a match that it has passed.
    private static List<BracketMatch> FindCycle(BracketMatch start, Dictionary<MatchId, List<BracketMatch>> sources, Dictionary<MatchId, int> waiting)
    {
        var way = new List<BracketMatch>();
        var visited = new Dictionary<MatchId, int>();
        var match = start;
        while (visited.TryAdd(match.Id, way.Count))
        {
            way.Add(match);
            match = sources[match.Id].First(source => waiting[source.Id] > 0);
        }

        return way[visited[match.Id]..];
    }
}
