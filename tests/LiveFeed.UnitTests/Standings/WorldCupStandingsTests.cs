using System.Text.Json.Nodes;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Standings;

namespace LiveFeed.UnitTests.Standings;

/// <summary>The groups of two World Cups, from openfootball's results. The round of 16 in the same file says who was first and second.</summary>
public sealed class WorldCupStandingsTests
{
    private const string Cup2018 = "worldcup-2018.json";
    private const string Cup2022 = "worldcup-2022.json";

    [DataFact(Cup2018)]
    public void World_Cup_2018() => AssertGroups(
        Cup2018,
        // Group H: Japan had four yellow cards, Senegal six. Nothing else separated them.
        new() { ["Japan"] = 4, ["Senegal"] = 6 },
        """
        Group A: Uruguay 9, Russia 6, Saudi Arabia 3, Egypt 0
        Group B: Spain 5, Portugal 5, Iran 4, Morocco 1
        Group C: France 7, Denmark 5, Peru 3, Australia 1
        Group D: Croatia 9, Argentina 4, Nigeria 3, Iceland 1
        Group E: Brazil 7, Switzerland 5, Serbia 3, Costa Rica 1
        Group F: Sweden 6, Mexico 6, South Korea 3, Germany 3
        Group G: Belgium 9, England 6, Tunisia 3, Panama 0
        Group H: Colombia 6, Japan 4, Senegal 4, Poland 3
        """);

    [DataFact(Cup2018)]
    public void Without_cards_Japan_and_Senegal_share_the_second_place()
    {
        var (names, rows) = Rank(Matches(Cup2018).Where(match => match["group"] is not null && Text(match, "group") == "Group H"), []);
        Assert.Equal(["Colombia 1", "Japan 2", "Senegal 2", "Poland 4"], rows.Select(row => $"{names[row.TeamId]} {row.Rank}").Order(StringComparer.Ordinal).OrderBy(text => text[^1]));
    }

    [DataFact(Cup2022)]
    public void World_Cup_2022() => AssertGroups(
        Cup2022,
        [],
        """
        Group A: Netherlands 7, Senegal 6, Ecuador 4, Qatar 0
        Group B: England 7, USA 5, Iran 3, Wales 1
        Group C: Argentina 6, Poland 4, Mexico 4, Saudi Arabia 3
        Group D: France 6, Australia 6, Tunisia 4, Denmark 1
        Group E: Japan 6, Spain 4, Germany 4, Costa Rica 3
        Group F: Morocco 7, Croatia 5, Belgium 4, Canada 0
        Group G: Brazil 6, Switzerland 6, Cameroon 4, Serbia 1
        Group H: Portugal 6, South Korea 4, Uruguay 4, Ghana 3
        """);

    private static void AssertGroups(string file, Dictionary<string, int> yellowCards, string expected)
    {
        var matches = Matches(file);
        var groups = matches.Where(match => match["group"] is not null).GroupBy(match => Text(match, "group")).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Table: Rank(group, yellowCards))).ToList();
        var lines = groups.Select(group => $"{group.Key}: {string.Join(", ", group.Table.Rows.Select(row => $"{group.Table.Names[row.TeamId]} {row.Points}"))}");
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines));
        Assert.All(groups, group => Assert.Equal([1, 2, 3, 4], group.Table.Rows.Select(row => row.Rank)));

        var last16 = matches.Where(match => Text(match, "round") == "Round of 16").ToList();
        Assert.Equal(8, last16.Count);
        Assert.Equal(last16.Select(match => Text(match, "team1")).Order(StringComparer.Ordinal), Placed(1));
        Assert.Equal(last16.Select(match => Text(match, "team2")).Order(StringComparer.Ordinal), Placed(2));

        IEnumerable<string> Placed(int rank) =>
            groups.Select(group => group.Table.Names[group.Table.Rows.Single(row => row.Rank == rank).TeamId]).Order(StringComparer.Ordinal);
    }

    private static (Dictionary<int, string> Names, IReadOnlyList<StandingRow> Rows) Rank(IEnumerable<JsonNode> group, Dictionary<string, int> yellowCards)
    {
        var names = group.SelectMany(match => new[] { Text(match, "team1"), Text(match, "team2") }).Distinct().Order(StringComparer.Ordinal).ToList();
        var matches = group.Select((match, index) => Match(match, index, names)).ToList();
        foreach (var (team, cards) in yellowCards.Where(cards => names.Contains(cards.Key)))
        {
            var first = matches.FindIndex(match => match.Team1Id == names.IndexOf(team) || match.Team2Id == names.IndexOf(team));
            matches[first] = matches[first].Team1Id == names.IndexOf(team)
                ? matches[first] with { Cards1 = new(cards) }
                : matches[first] with { Cards2 = new(cards) };
        }

        var rows = StandingTable.Create([.. names.Select((_, index) => new StandingTeam(index))], matches, StandingPresets.Fifa2022);
        return (names.Select((name, index) => (name, index)).ToDictionary(pair => pair.index, pair => pair.name), rows);
    }

    private static StandingMatch Match(JsonNode match, int index, List<string> names)
    {
        var goals = match["score"]!["ft"]!.AsArray().Select(number => number!.GetValue<int>()).ToList();
        return new StandingMatch(new MatchId(index + 1), names.IndexOf(Text(match, "team1")), names.IndexOf(Text(match, "team2")))
        {
            Points = new(goals[0], goals[1]),
            Winner = goals[0] > goals[1] ? 1 : goals[0] < goals[1] ? 2 : null,
        };
    }

    private static List<JsonNode> Matches(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(DataFactAttribute.PathOf(file)))!["matches"]!.AsArray().Select(match => match!)];

    private static string Text(JsonNode match, string member) => match[member]!.GetValue<string>();
}
