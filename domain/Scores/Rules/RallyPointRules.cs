namespace LiveFeed.Domain.Scores;

/// <summary>
/// Volleyball in the hall and on the beach: a set goes to a number of points and is won with a lead of two, without an upper limit
/// (FIVB Official Volleyball Rules and Official Beach Volleyball Rules, both 6.2 "To win a set" and 6.3 "To win the match").
/// </summary>
/// <param name="sport">The name on the wire.</param>
/// <param name="bestOf">The maximum number of sets.</param>
/// <param name="target">The points an ordinary set goes to.</param>
internal abstract class RallyPointRules(string sport, int bestOf, int target) : SetBasedRules(bestOf)
{
    // Rule 6.3.2 of both rule books.
    private const int DecidingTarget = 15;
    private const int LeadToWin = 2;

    public sealed override string Sport => sport;

    private protected sealed override SetStage Judge(SetScore set, bool isDeciding, bool isOver)
    {
        var goal = isDeciding ? DecidingTarget : target;
        if (set.Higher < goal || set.Lead < LeadToWin)
            return SetStage.Running;

        // Beyond the target, only the lead of two was missing. The set ends the moment that this lead is reached.
        return set.Higher > goal && set.Lead > LeadToWin ? SetStage.PastItsEnd : SetStage.Finished;
    }
}
