using LiveFeed.Domain.Coverage;

namespace LiveFeed.UnitTests.Coverage;

public sealed class CoveragePlanTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("1:10-11 2:11-12", "")]
    [InlineData("1:10-12 2:11-13", "1,2:11-12")]
    [InlineData("2:11-13 1:10-12", "1,2:11-12")]
    [InlineData("1:10-11 2:10-11", "1,2:10-11")]
    [InlineData("1:9-18 2:10-11 3:12-13", "1,2:10-11 1,3:12-13")]
    [InlineData("1:10-13 2:11-14 3:12-15", "1,2:11-13 1,3:12-13 2,3:12-14")]
    [InlineData("1:10-12 2:11-11", "")]
    public void Every_pair_that_is_played_at_once_is_a_conflict_and_touching_is_none(string selected, string expected)
    {
        var conflicts = CoveragePlan.Conflicts(selected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse));
        Assert.Equal(expected, string.Join(' ', conflicts.Select(conflict => $"{string.Join(',', conflict.Matches)}:{conflict.StartsAt.Hour}-{conflict.EndsAt.Hour}")));
    }

    private static MatchTime Parse(string text)
    {
        var parts = text.Split(':', '-').Select(int.Parse).ToArray();
        return new MatchTime(new(parts[0]), At(parts[1]), At(parts[2]));
    }

    private static DateTimeOffset At(int hour) => new(2026, 7, 4, hour, 0, 0, TimeSpan.Zero);
}
