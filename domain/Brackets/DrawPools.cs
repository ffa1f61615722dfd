namespace LiveFeed.Domain.Brackets;

/// <summary>Distributes the teams of a draw over new pools.</summary>
internal static class DrawPools
{
    public static IReadOnlyList<BracketPool> Create(NewDraw draw, IReadOnlyList<SeededTeam> teams, ScheduledDivision division, Schedule schedule)
    {
        var ids = schedule.Divisions.SelectMany(one => one.Pools.Value ?? []).Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal);
        var names = (division.Pools.Value ?? []).Select(pool => NameKey.Of(pool.Name)).ToHashSet(StringComparer.Ordinal);
        // Ids are unique in the event, and each division may have a pool A.
        var free = Enumerable.Range(0, int.MaxValue).Select(PoolSeeding.Name).Select(letter => (Id: FormattableString.Invariant($"{division.Id}-{letter}"), Name: $"Pool {letter}"))
            .Where(pool => !ids.Contains(pool.Id) && !names.Contains(NameKey.Of(pool.Name)));
        return
        [
            .. PoolSeeding.CreateSoMany(teams, DrawRules.PoolCountOf(draw)).Zip(free)
                // A round robin is the division's only table.
                .Select(pair => new BracketPool(pair.Second.Id, draw.Kind is DrawKind.RoundRobin ? division.Name : pair.Second.Name, pair.First.Teams)),
        ];
    }
}
