namespace LiveFeed.Domain.Scores;

/// <summary>How many sets each team has won.</summary>
internal readonly record struct SetTally(int Team1, int Team2)
{
    public int Most => Math.Max(Team1, Team2);

    public int? Leader => new SetScore(Team1, Team2).Leader;

    /// <summary>Returns the tally after a set that <paramref name="team"/> has won: 1, 2, or null for nobody.</summary>
    public SetTally With(int? team) => team switch
    {
        1 => this with { Team1 = Team1 + 1 },
        2 => this with { Team2 = Team2 + 1 },
        _ => this,
    };
}
