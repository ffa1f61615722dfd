using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Brackets;

/// <summary>Brackets as people write them down: <c>3: w1 w2</c> is match 3 of the winners of 1 and 2, <c>4: t7 B2</c> that of team 7 and the second of pool B.</summary>
internal static class BracketText
{
    public static IReadOnlyList<BracketMatch> Matches(params string[] texts) => [.. texts.Select(Match)];

    public static BracketMatch Match(string text)
    {
        var parts = text.Split(' ');
        return new BracketMatch(Id(parts[0].TrimEnd(':')), Side(parts[1]), Side(parts[2]), "M" + parts[0].TrimEnd(':'), parts.ElementAtOrDefault(3));
    }

    /// <summary>Writes the teams of each match: <c>3: t1 -</c> if one is not known, <c>3: t1 bye</c> if nobody plays.</summary>
    public static string Teams(IReadOnlyList<BracketMatch> matches) =>
        string.Join(", ", matches.Select(match => $"{match.Id}: {Team(match.Side1)} {Team(match.Side2)}"));

    public static MatchId Id(string number) => MatchId.TryParse(number, out var id) ? id : throw new ArgumentException(number, nameof(number));

    private static string Team(BracketSide side) => side.IsBye ? "bye" : side.TeamId is { } id ? $"t{id}" : "-";

    private static BracketSide Side(string text) => text[0] switch
    {
        't' => BracketSide.FromTeam(Id(text[1..]).Value),
        'w' => new(From: SideSource.FromWinner(Id(text[1..]))),
        'l' => new(From: SideSource.FromLoser(Id(text[1..]))),
        'b' => new(IsBye: true),
        '-' => new(Label: "TBD"),
        var pool => new(From: SideSource.FromPlace(pool.ToString(), Id(text[1..]).Value)),
    };
}
