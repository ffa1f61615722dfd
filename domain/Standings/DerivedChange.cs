namespace LiveFeed.Domain.Standings;

/// <summary>A change that something follows from: the result of a match, the ranks of a pool, or, with neither of them, the plan or the rules.</summary>
/// <param name="Match">The match that got a result, lost it, or has another one, or other cards.</param>
/// <param name="Pool">The pool whose teams got ranks by hand.</param>
public sealed record DerivedChange(MatchId? Match = null, string? Pool = null)
{
    public bool IsOfPlan => this is { Match: null, Pool: null };
}
