using System.Text.Json;

namespace LiveFeed.Domain.Coverage;

/// <summary>One match that a user plans to cover.</summary>
public sealed class CoverageItem
{
    public required string EventId { get; init; }

    public required string UserId { get; init; }

    public required int MatchId { get; init; }

    /// <summary>When the plan that contains it was last stored.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A user's plan of the matches to cover, with those that overlap.</summary>
public sealed record CoverageView(IReadOnlyList<int> SelectedMatches, IReadOnlyList<CoverageConflict> Conflicts)
{
    /// <summary>Returns a tag for this content: another plan, or another schedule of its matches, has another tag.</summary>
    public string Tag() => ApiJson.Tag(JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options));
}

/// <summary>Two selected matches that are played at the same time.</summary>
/// <param name="Matches">The two matches.</param>
/// <param name="StartsAt">When the second of them starts.</param>
/// <param name="EndsAt">When the first of them ends.</param>
public sealed record CoverageConflict(IReadOnlyList<int> Matches, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>When a match is played.</summary>
public readonly record struct MatchTime(int MatchId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

public static class CoveragePlan
{
    public const int MaxMatches = 1000;

    /// <summary>
    /// The maximum number of overlaps that are reported. If all matches of a plan overlap, there are half a million pairs, and nobody reads
    /// those.
    /// </summary>
    public const int MaxConflicts = 1000;

    /// <summary>
    /// Returns the pairs that overlap, the first 1,000 by time. Matches that touch (one ends when the other starts) don't overlap.
    /// </summary>
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

    /// <summary>Returns the matches that exist, each with its times if it has any.</summary>
    Task<IReadOnlyDictionary<int, MatchTime?>> TimesAsync(string eventId, IReadOnlyList<int> matchIds, CancellationToken cancellationToken);

    void Add(CoverageItem item);

    void Remove(CoverageItem item);
}
