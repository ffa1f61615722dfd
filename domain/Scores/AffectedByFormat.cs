namespace LiveFeed.Domain.Scores;

/// <summary>A score that can't be in another format.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="Message">Why not, for people.</param>
public sealed record AffectedByFormat(MatchId MatchId, string Message)
{
    private const int MaxListed = 50;

    /// <summary>Returns the error of a change of format that these scores don't allow.</summary>
    internal static Error Contradiction(IReadOnlyList<AffectedByFormat> affected) => new(
        ErrorCode.FormatContradictsScores,
        $"{affected.Count} scores can't be in this format. Correct them before, or give their matches a format of their own.",
        Extensions: new Dictionary<string, object?> { ["affected"] = affected.OrderBy(one => one.MatchId).Take(MaxListed).ToList() });
}
