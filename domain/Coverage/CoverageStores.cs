namespace LiveFeed.Domain.Coverage;

/// <summary>Shared by reads and writes of plans.</summary>
public static class CoverageStores
{
    /// <summary>Returns a user's plan with its overlaps.</summary>
    public static async Task<CoverageView> ViewAsync(
        this ICoverageStore store, EventId eventId, UserId userId)
    {
        var selected = (await store.FindAsync(eventId, userId)).Select(item => item.MatchId).ToList();
        var times = await store.TimesAsync(eventId, selected);
        return new CoverageView(selected, CoveragePlan.Conflicts(times.Values.OfType<MatchTime>()));
    }

    internal static async Task ReplaceAsync(
        this ICoverageStore store, EventId eventId, UserId userId, IReadOnlyList<MatchId> selected, DateTimeOffset at)
    {
        var stored = await store.FindAsync(eventId, userId);
        foreach (var item in stored)
        {
            if (selected.Contains(item.MatchId))
                item.UpdatedAt = at;
            else
                store.Remove(item);
        }

        foreach (var id in selected.Except(stored.Select(item => item.MatchId)))
            store.Add(new CoverageItem { EventId = eventId, UserId = userId, MatchId = id, UpdatedAt = at });
    }
}
