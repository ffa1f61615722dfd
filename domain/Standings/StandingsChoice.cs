using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Standings;

/// <summary>How a division's pools are ranked.</summary>
/// <param name="Preset">The name of a competition's rules, such as fivb.</param>
/// <param name="Criteria">What teams are compared by, in this order, in place of the preset's criteria.</param>
public sealed record StandingsChoice(
    string Preset, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquatableList<StandingCriterion>? Criteria = null)
{
    /// <summary>The rules of a division that chooses none.</summary>
    public static StandingsChoice For(MatchFormat format) => new(format.Kind is FormatKind.Sets or FormatKind.Games ? "fivb" : "league");

    /// <summary>Returns the rules; null if there are none of this name.</summary>
    public StandingRules? Resolve() => StandingPresets.All.GetValueOrDefault(Preset) is { } rules ? Criteria is null ? rules : rules with { Criteria = Criteria } : null;

    /// <summary>Returns what is wrong with it, or null.</summary>
    public string? Validate() =>
        Resolve() is null ? $"The rules are {string.Join(", ", StandingPresets.All.Keys)}."
        : Criteria is { Count: 0 } ? "Name at least one criterion, or leave criteria out."
        : Criteria?.Any(criterion => criterion is StandingCriterion.Manual or StandingCriterion.Level) == true ? "manual and level are results, and no criteria."
        : Criteria?.Distinct().Count() < Criteria?.Count ? "A criterion stands here twice."
        : null;
}
