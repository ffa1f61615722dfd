namespace LiveFeed.Api.Demo;

/// <summary>A match that plays itself, rally by rally, by the sport's own rules.</summary>
internal sealed class SimulatedMatch(MatchId matchId, FormatRules rules, IReadOnlyList<SetScore> sets, Random random)
{
    // One side is a little better, so that not every set is 21-19.
    private readonly double chance = 0.4 + (random.NextDouble() * 0.2);
    private readonly List<SetScore> sets = [.. sets];

    public MatchId MatchId => matchId;

    public IReadOnlyList<SetScore> Sets => [.. sets];

    public MatchStatus Status { get; private set; } = MatchStatus.InProgress;

    public void PlayRally()
    {
        var before = rules.Assess(sets, MatchStatus.InProgress);
        if (sets.Count == 0 || before.SetsWon1 + before.SetsWon2 == sets.Count)
            sets.Add(default);
        var set = sets[^1];
        sets[^1] = random.NextDouble() < chance ? set with { Team1 = set.Team1 + 1 } : set with { Team2 = set.Team2 + 1 };
        if (rules.Assess(sets, MatchStatus.InProgress).Winner is not null)
            Status = MatchStatus.Final;
    }

    public void PlayToTheEnd()
    {
        while (Status is not MatchStatus.Final)
            PlayRally();
    }
}
