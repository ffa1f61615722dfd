namespace LiveFeed.Domain.Scores;

/// <summary>A set that goes to a number of points.</summary>
/// <param name="SetTo">The points.</param>
/// <param name="Lead">The lead that wins it.</param>
/// <param name="Cap">The points that win it with any lead; null for none.</param>
internal readonly record struct PointSet(int SetTo, int Lead, int? Cap)
{
    public SetStage Judge(SetScore set)
    {
        if (set.Higher > Cap)
            return SetStage.PastItsEnd;
        var isAtCap = set.Higher == Cap && set.Lead > 0;
        if (!isAtCap && (set.Higher < SetTo || set.Lead < Lead))
            return SetStage.Running;

        // Beyond the target, only the lead was missing. The set ends the moment that it is reached.
        return set.Higher > SetTo && (set.Lead > Lead || Lead == 1) ? SetStage.PastItsEnd : SetStage.Finished;
    }
}
