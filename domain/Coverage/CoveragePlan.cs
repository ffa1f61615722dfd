using System.Text.Json;

namespace LiveFeed.Domain.Coverage;

/// <summary>One match that somebody means to cover.</summary>
public sealed class CoverageItem
{
    public required string EventId { get; init; }

    public required string UserId { get; init; }

    public required int MatchId { get; init; }

    /// <summary>When the plan that holds it was last put.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Somebody's plan of what to cover, with the matches that overlap.</summary>
public sealed record CoverageView(IReadOnlyList<int> SelectedMatches, IReadOnlyList<CoverageConflict> Conflicts)
{
    /// <summary>Names what this says: another plan, or another schedule of its matches, has another tag.</summary>
    public string Tag() => WireJson.Tag(JsonSerializer.SerializeToUtf8Bytes(this, WireJson.Options));
}

/// <summary>Two selected matches that are played at the same time.</summary>
/// <param name="Matches">The two.</param>
/// <param name="StartsAt">From when on both are played.</param>
/// <param name="EndsAt">When the first of them ends.</param>
public sealed record CoverageConflict(IReadOnlyList<int> Matches, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>When a match is played.</summary>
public readonly record struct MatchTime(int MatchId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

public static class CoveragePlan
{
    public const int MaxMatches = 1000;

    /// <summary>A plan of everything overlaps in half a million pairs, which nobody reads.</summary>
    public const int MaxConflicts = 1000;

    /// <summary>The pairs that overlap, the first 1,000 by time; matches that touch (one ends when the other starts) don't.</summary>
    public static IReadOnlyList<CoverageConflict> Conflicts(IEnumerable<MatchTime> selected)
    {
        var ordered = selected.OrderBy(match => match.StartsAt).ThenBy(match => match.MatchId).ToList();
        var conflicts = new List<CoverageConflict>();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < ordered.Count && conflicts.Count < MaxConflicts && ordered[j].StartsAt < ordered[i].EndsAt; j++)
            {
                var ends = ordered[i].EndsAt < ordered[j].EndsAt ? ordered[i].EndsAt : ordered[j].EndsAt;
                if (ordered[j].StartsAt < ends)
                    conflicts.Add(new CoverageConflict([ordered[i].MatchId, ordered[j].MatchId], ordered[j].StartsAt, ends));
            }
        }

        return conflicts;
    }
}

public interface ICoverageStore
{
    Task<IReadOnlyList<CoverageItem>> FindAsync(string eventId, string userId, CancellationToken cancellationToken);

    /// <summary>Those of the matches that exist, with their times where they have any.</summary>
    Task<IReadOnlyDictionary<int, MatchTime?>> TimesAsync(string eventId, IReadOnlyList<int> matchIds, CancellationToken cancellationToken);

    void Add(CoverageItem item);

    void Remove(CoverageItem item);
}
