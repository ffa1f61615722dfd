namespace LiveFeed.Domain.Scores;

/// <summary>The stage of a set with points, judged by its score alone.</summary>
internal enum SetStage
{
    /// <summary>Not won by the rule yet.</summary>
    Running,

    /// <summary>At a score that ends a set.</summary>
    Finished,

    /// <summary>At a score that can only be reached by playing on after the set was won. Its leader has still won it.</summary>
    PastItsEnd,
}
