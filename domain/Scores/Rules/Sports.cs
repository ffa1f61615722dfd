using System.Diagnostics.CodeAnalysis;

namespace LiveFeed.Domain.Scores;

/// <summary>The sports whose scores can be judged, and their formats.</summary>
public static class Sports
{
    private static readonly VolleyballRules VolleyballBestOf3 = new(3);
    private static readonly VolleyballRules VolleyballBestOf5 = new(5);
    private static readonly BeachVolleyballRules BeachVolleyballSingleSet = new(1);
    private static readonly BeachVolleyballRules BeachVolleyballBestOf3 = new(3);
    private static readonly TennisRules TennisBestOf3 = new(3);
    private static readonly TennisRules TennisBestOf5 = new(5);
    private static readonly FootballRules Football = new();
    private static readonly GenericRules Generic = new();

    /// <summary>The names on the wire, in the order in which to offer them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [VolleyballRules.Name, BeachVolleyballRules.Name, TennisRules.Name, FootballRules.Name, GenericRules.Name];

    /// <summary>Finds the rules of a sport in a format.</summary>
    /// <param name="sport">One of <see cref="All"/>, exactly as written there.</param>
    /// <param name="bestOf">
    /// The maximum number of sets: 3 or 5 in volleyball and tennis, 1 or 3 in beach volleyball. Null for the sport's default, which is 5 in
    /// volleyball and 3 in beach volleyball and tennis. Always null for football and generic, which are not won by sets.
    /// </param>
    /// <param name="rules">The rules; null if there is no such sport, or if it has no such format.</param>
    public static bool TryGet(string sport, int? bestOf, [NotNullWhen(true)] out SportRules? rules)
    {
        rules = (sport, bestOf) switch
        {
            (VolleyballRules.Name, 3) => VolleyballBestOf3,
            (VolleyballRules.Name, 5 or null) => VolleyballBestOf5,
            (BeachVolleyballRules.Name, 1) => BeachVolleyballSingleSet,
            (BeachVolleyballRules.Name, 3 or null) => BeachVolleyballBestOf3,
            (TennisRules.Name, 3 or null) => TennisBestOf3,
            (TennisRules.Name, 5) => TennisBestOf5,
            (FootballRules.Name, null) => Football,
            (GenericRules.Name, null) => Generic,
            _ => null,
        };
        return rules is not null;
    }
}
