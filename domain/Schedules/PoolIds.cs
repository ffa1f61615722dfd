using System.Globalization;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Gives pools that a table only names the ids under which they are stored, and new ones an id of their division and name, such as <c>3-A</c>. With
/// <see cref="ScheduleMode.Merge"/> a table adds to the pools of its divisions: it can't say that a team leaves one, unless by putting it into another.
/// </summary>
internal static class PoolIds
{
    /// <param name="planned">The schedule as it was read from the file; its divisions have the ids that are stored.</param>
    /// <param name="stored">The schedule as it is.</param>
    /// <param name="mode">What happens to what the file doesn't have.</param>
    public static Schedule Reconcile(Schedule planned, Schedule stored, ScheduleMode mode)
    {
        if (planned.Divisions.All(division => division.Pools.Value is null))
            return planned;
        var known = stored.Divisions.SelectMany(division => (division.Pools.Value ?? []).Select(pool => (Key: (division.Id, NameKey.Of(pool.Name)), pool.Id)))
            .GroupBy(pool => pool.Key, pool => pool.Id).ToDictionary(pool => pool.Key, pool => pool.First());
        var used = known.Values.ToHashSet(StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (division, pool) in planned.Divisions.SelectMany(division => (division.Pools.Value ?? []).Select(pool => (division.Id, pool))))
            ids[pool.Id] = known.TryGetValue((division, NameKey.Of(pool.Name)), out var id) ? id : New(division, pool.Name);
        var teams = stored.Divisions.SelectMany(division => division.Pools.Value ?? []).ToDictionary(pool => pool.Id, pool => pool.Teams, StringComparer.Ordinal);
        var placed = planned.Divisions.SelectMany(division => division.Pools.Value ?? []).SelectMany(pool => pool.Teams).ToHashSet();
        return planned with
        {
            Divisions = [.. planned.Divisions.Select(division => division with { Pools = division.Pools.Select(pools => [.. pools.Select(AsStored), .. Others(division.Id)]) })],
            Matches = [.. planned.Matches.Select(match => match with { Pool = match.Pool.Select(pool => ids[pool]) })],
        };

        // A table says nothing of the order of teams in a pool.
        ScheduledPool AsStored(ScheduledPool pool)
        {
            var before = teams.GetValueOrDefault(ids[pool.Id]) ?? [];
            return pool with { Id = ids[pool.Id], Teams = [.. before.Where(team => pool.Teams.Contains(team) || Stays(team)), .. pool.Teams.Except(before)] };
        }

        IEnumerable<ScheduledPool> Others(int division) => mode == ScheduleMode.Replace ? [] : stored.Divisions.Where(before => before.Id == division)
            .SelectMany(before => before.Pools.Value ?? []).Where(pool => !ids.ContainsValue(pool.Id)).Select(pool => pool with { Teams = [.. pool.Teams.Where(Stays)] });

        bool Stays(int team) => mode == ScheduleMode.Merge && !placed.Contains(team);

        string New(int division, string name)
        {
            var wanted = string.Create(CultureInfo.InvariantCulture, $"{division}-{DisplayText.Clean(name)}");
            if (wanted.Length <= PoolsAndSources.MaxPoolId && used.Add(wanted))
                return wanted;
            for (var number = 1; ; number++)
            {
                var free = string.Create(CultureInfo.InvariantCulture, $"{division}-{number}");
                if (used.Add(free))
                    return free;
            }
        }
    }
}
