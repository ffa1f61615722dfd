namespace LiveFeed.Domain.Standings;

/// <summary>A pool of a division, with its standings as they are.</summary>
public sealed class Pool : Aggregate
{
    public required EventId EventId { get; init; }

    public required string Id { get; init; }

    public int DivisionId { get; private set; }

    public string Name { get; private set; } = "";

    public EquatableList<int> Teams { get; private set; } = [];

    /// <summary>Where its teams come from; null for a pool whose teams play each other.</summary>
    public PlacesFrom? PlacesFrom { get; private set; }

    /// <summary>The ranks that an organizer gave by hand; null for none.</summary>
    public EquatableList<PoolRank>? Ranks { get; private set; }

    /// <summary>The teams by rank; empty until they were ranked first.</summary>
    public EquatableList<StandingRow> Rows { get; private set; } = [];

    /// <summary>Whether every match of the pool is over.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether a team is in it; as it stands now, if its teams come from other pools.</summary>
    public bool Has(int teamId) => PlacesFrom is null ? Teams.Contains(teamId) : Rows.Any(row => row.TeamId == teamId);

    /// <summary>The pools whose matches count for its standings: itself, or those that its teams come from.</summary>
    public IReadOnlyList<string> Counted() => PlacesFrom?.Pools ?? [Id];

    /// <summary>The teams by place; null in a place that level teams share.</summary>
    internal IReadOnlyList<int?> Places => PoolPlaces.Of(Rows, row => row.Rank, row => row.TeamId);

    /// <summary>The <see cref="ItemVersion"/> of the standings that readers have; null if they have none.</summary>
    public string? Published { get; private set; }

    public static Pool Create(EventId eventId, int divisionId, ScheduledPool plan)
    {
        var pool = new Pool { EventId = eventId, Id = plan.Id };
        pool.Plan(divisionId, plan);
        return pool;
    }

    /// <summary>Takes over the plan. What follows for the standings is computed with all that follows from a transaction.</summary>
    public void Plan(int divisionId, ScheduledPool plan)
    {
        // Who is in such a pool changes with the results. A rank by hand waits for its team.
        var keepsRanks = plan.PlacesFrom is not null && plan.PlacesFrom == PlacesFrom;
        (DivisionId, Name, Teams, PlacesFrom) = (divisionId, plan.Name, plan.Teams ?? [], plan.PlacesFrom);
        if (!keepsRanks && Ranks?.Any(rank => !Teams.Contains(rank.TeamId)) == true)
            Ranks = Ranks.Where(rank => Teams.Contains(rank.TeamId)).ToList() is { Count: > 0 } left ? new EquatableList<PoolRank>(left) : null;
    }

    public void GiveRanks(IReadOnlyList<PoolRank> ranks) => Ranks = ranks.Count == 0 ? null : new EquatableList<PoolRank>(ranks);

    /// <summary>Takes over new standings. Publishes them only if readers see something else than before: also a name, or other rules.</summary>
    /// <param name="rows">The teams by rank.</param>
    /// <param name="isComplete">Whether every match is over.</param>
    /// <param name="view">Makes what readers see.</param>
    /// <param name="now">The current time.</param>
    public void Rank(IReadOnlyList<StandingRow> rows, bool isComplete, Func<Pool, StandingsView> view, DateTimeOffset now)
    {
        (Rows, IsComplete) = (new EquatableList<StandingRow>(rows), isComplete);
        var shown = view(this);
        var version = ItemVersion.Of(shown);
        if (version == Published)
            return;
        Published = version;
        Raise(new StandingsUpdated(this, shown, now));
    }

    /// <summary>Publishes that the pool is about to be removed.</summary>
    public void Remove(DateTimeOffset now) => Raise(new PoolRemoved(this, now));

    public ScheduledPool ToPlan() => PlacesFrom is null ? new(Id, Name, Teams) : new(Id, Name, PlacesFrom: PlacesFrom);
}
