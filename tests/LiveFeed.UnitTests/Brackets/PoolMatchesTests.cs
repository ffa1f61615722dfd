using System.Globalization;
using LiveFeed.Domain;
using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Brackets;

/// <summary>Matches are written as <c>1: A-B @9</c>: match 1 of the teams A and B at nine; <c>2: wA-B</c> if A won its place in another match; <c>3: A-B =2</c> if the plan says pool 2.</summary>
public sealed class PoolMatchesTests
{
    [Theory]
    [InlineData("ABC", "1: A-B @9, 2: B-C @10, 3: A-C @11", "1 2 3")]
    // A pair that meets twice while the others meet once: the later one is a final.
    [InlineData("ABC", "1: A-B @12, 2: B-C @10, 3: A-C @11, 4: B-A @9", "2 3 4")]
    [InlineData("ABC", "4: A-B @9, 2: B-C @10, 3: A-C @11, 1: A-B @9", "1 2 3")]
    [InlineData("ABC", "1: A-B, 2: B-C @10, 3: A-C @11, 4: A-B @23", "2 3 4")]
    [InlineData("ABC", "1: A-B, 2: B-C, 3: A-C, 4: A-B", "1 2 3")]
    // All pairs meet twice.
    [InlineData("ABC", "1: A-B, 2: B-C, 3: A-C, 4: B-A, 5: C-B, 6: C-A", "1 2 3 4 5 6")]
    [InlineData("ABC", "1: A-B @9, 2: B-C @9, 3: A-C @9, 4: B-A @10, 5: C-B @10, 6: C-A @10, 7: A-B @11", "1 2 3 4 5 6")]
    // The pair B-C has no match yet.
    [InlineData("ABC", "1: A-B @9, 2: A-C @10, 3: A-B @11", "1 2")]
    [InlineData("ABC", "1: A-B, 2: wA-C, 3: A-wC", "1")]
    [InlineData("AB CD", "1: A-B, 2: C-D, 3: A-C, 4: B-E", "1 2")]
    [InlineData("ABC", "", "")]
    public void Matches_of_two_teams_of_one_pool_count_as_often_as_all_pairs_meet(string pools, string matches, string counted) =>
        Assert.Equal(counted, string.Join(' ', PoolMatches.Find(Matches(matches), Pools(pools)).Keys.Order()));

    [Fact]
    public void Each_match_counts_for_the_pool_of_its_teams()
    {
        var found = PoolMatches.Find(Matches("1: A-B, 2: C-D"), Pools("AB CD"));
        Assert.Equal(("1", "2"), (found[new MatchId(1)], found[new MatchId(2)]));
    }

    [Fact]
    public void A_pool_that_the_plan_names_wins()
    {
        var schedule = PoolsAndSources.Complete(new Schedule(
            [new ScheduledDivision(1, "One", Pools: new EquatableList<ScheduledPool>([new("1", "One", new([1, 2, 3])), new("2", "Two", new([4, 5]))]))],
            [], [], [.. Matches("1: A-B, 2: A-C =2, 3: B-C")]));
        Assert.Equal(["1", "2", "1"], schedule.Matches.Select(match => match.Pool.Value));
    }

    private static List<BracketPool> Pools(string pools) =>
        [.. pools.Split(' ').Select((teams, index) => new BracketPool((index + 1).ToString(CultureInfo.InvariantCulture), teams, [.. teams.Select(Team)]))];

    private static List<ScheduledMatch> Matches(string matches) => [.. matches.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Match)];

    private static ScheduledMatch Match(string text)
    {
        var parts = text.Split(' ');
        var (one, other) = (parts[1].Split('-')[0], parts[1].Split('-')[1]);
        var more = parts.ElementAtOrDefault(2);
        return new ScheduledMatch(BracketText.Id(parts[0].TrimEnd(':')), Team1Id: Team(one[^1]), Team2Id: Team(other[^1]))
        {
            StartsAt = more is ['@', .. var hour] ? new DateTimeOffset(2026, 7, 4, int.Parse(hour, CultureInfo.InvariantCulture), 0, 0, TimeSpan.Zero) : null,
            Pool = more is ['=', .. var pool] ? pool : default(Optional<string>),
            Team1From = From(one),
            Team2From = From(other),
        };
    }

    private static Optional<SideSource> From(string side) => side.Length == 2 ? SideSource.FromWinner(new MatchId(99)) : default(Optional<SideSource>);

    private static int Team(char letter) => letter - 'A' + 1;
}
