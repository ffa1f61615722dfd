namespace LiveFeed.Domain.Scores;

/// <summary>
/// Sets to 25, the deciding one to 15 (FIVB Official Volleyball Rules 6.2 and 6.3). The rule book has best of five; youth and one-day
/// tournaments play best of three.
/// </summary>
internal sealed class VolleyballRules(int bestOf) : RallyPointRules(Name, bestOf, target: 25)
{
    public const string Name = "volleyball";
}
