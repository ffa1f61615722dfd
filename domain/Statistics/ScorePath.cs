namespace LiveFeed.Domain.Statistics;

/// <summary>
/// The way that a match's score has taken, without what was corrected: each score follows from the one before by points alone. What is counted over it can't be
/// spoiled by a point that was given to the wrong side and taken back.
/// </summary>
public sealed class ScorePath
{
    private readonly List<ScoreAt> scores = [];

    public IReadOnlyList<ScoreAt> Scores => scores;

    /// <summary>Creates the path of scores in the order in which they were written.</summary>
    public static ScorePath From(IEnumerable<ScoreAt> written)
    {
        var path = new ScorePath();
        foreach (var score in written)
            path.Add(score);
        return path;
    }

    private void Add(ScoreAt score)
    {
        while (scores.Count > 0 && !scores[^1].LeadsTo(score))
            scores.RemoveAt(scores.Count - 1);
        if (scores.Count == 0 || !scores[^1].HasSameSets(score))
            scores.Add(score);
    }
}
