namespace LiveFeed.Domain.AcrossEvents;

/// <summary>What a team has got from its matches, counted as standings count them. Teams of several events are one if they have the same key, <see cref="NameKey.WithoutAccents"/>.</summary>
public sealed record TeamRecord(
    string Key, string Name, int Played = 0, int Won = 0, int Drawn = 0, int Lost = 0, int Points = 0, long For = 0, long Against = 0, int SetsWon = 0, int SetsLost = 0)
{
    public static TeamRecord operator +(TeamRecord one, TeamRecord other) => one with
    {
        Played = one.Played + other.Played,
        Won = one.Won + other.Won,
        Drawn = one.Drawn + other.Drawn,
        Lost = one.Lost + other.Lost,
        Points = one.Points + other.Points,
        For = one.For + other.For,
        Against = one.Against + other.Against,
        SetsWon = one.SetsWon + other.SetsWon,
        SetsLost = one.SetsLost + other.SetsLost,
    };

    internal static TeamRecord Of(string name, TeamTally all) => new(
        NameKey.WithoutAccents(name), name, all.Played, all.Won, all.Drawn, all.Lost, all.Points, all.For, all.Against, all.SetsWon, all.SetsLost);
}
