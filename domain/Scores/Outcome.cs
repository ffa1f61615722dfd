using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Scores;

/// <summary>Why a match ended other than by play, and who won it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Winner">The team that won: 1 or 2; null for nobody, as in a draw or a double walkover.</param>
/// <param name="Note">Anything that people should know, up to 200 characters.</param>
public sealed record Outcome(
    OutcomeKind Kind, int? Winner = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note = null)
{
    public const int MaxNote = 200;
}
