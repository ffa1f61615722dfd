namespace LiveFeed.Domain.Standings;

/// <summary>What one team has got from some matches.</summary>
internal readonly record struct TeamTally(
    int Completed, int Won, int Drawn, int Lost, int Points, int For, int Against, int SetsWon, int SetsLost, int AwayGoals, int FairPlay)
{
    public int Played => Won + Drawn + Lost;

    public static TeamTally operator +(TeamTally one, TeamTally other) => new(
        one.Completed + other.Completed, one.Won + other.Won, one.Drawn + other.Drawn, one.Lost + other.Lost, one.Points + other.Points,
        one.For + other.For, one.Against + other.Against, one.SetsWon + other.SetsWon, one.SetsLost + other.SetsLost,
        one.AwayGoals + other.AwayGoals, one.FairPlay + other.FairPlay);
}
