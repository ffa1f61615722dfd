using System.Text.Json;

namespace LiveFeed.Domain.Coverage;

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
