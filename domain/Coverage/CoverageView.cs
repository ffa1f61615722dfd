using System.Text.Json;

namespace LiveFeed.Domain.Coverage;

/// <summary>A user's plan of the matches to cover, with those that overlap.</summary>
public sealed record CoverageView(IReadOnlyList<MatchId> SelectedMatches, IReadOnlyList<CoverageConflict> Conflicts)
{
    /// <summary>Returns a tag for this content: another plan, or another schedule of its matches, has another tag.</summary>
    public string Tag() => ApiJson.Tag(JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options));
}
