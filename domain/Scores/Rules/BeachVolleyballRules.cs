namespace LiveFeed.Domain.Scores;

/// <summary>
/// Sets to 21, the deciding one to 15 (FIVB Official Beach Volleyball Rules 6.2 and 6.3). The rule book has best of three; a single set to
/// 21 is the shortened form for pool play.
/// </summary>
internal sealed class BeachVolleyballRules(int bestOf) : RallyPointRules(Name, bestOf, target: 21)
{
    public const string Name = "beach-volleyball";
}
