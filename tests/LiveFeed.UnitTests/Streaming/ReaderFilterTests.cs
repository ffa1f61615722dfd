using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Streaming;

public sealed class ReaderFilterTests
{
    private static readonly EntrySubject Final = new(new MatchId(17), 1, 2, 5);
    private static readonly EntrySubject WholeEvent = default;

    [Fact]
    public void Without_dimensions_everything_passes()
    {
        Assert.True(new ReaderFilter(null, null, null, null).IsAll);
        Assert.True(ReaderFilter.All.Matches(EntryTypes.ScoreUpdate, Final));
        Assert.Equal("", ReaderFilter.All.Key);
    }

    [Theory]
    [InlineData(new[] { 17 }, null, null, true)]
    [InlineData(new[] { 18 }, null, null, false)]
    [InlineData(null, new[] { 1 }, null, true)]
    [InlineData(null, new[] { 2 }, null, true)]
    [InlineData(null, new[] { 3 }, null, false)]
    [InlineData(null, null, new[] { 5 }, true)]
    [InlineData(null, null, new[] { 6 }, false)]
    [InlineData(new[] { 17, 18 }, new[] { 2 }, new[] { 5 }, true)]
    [InlineData(new[] { 17 }, new[] { 2 }, new[] { 6 }, false)]
    [InlineData(new int[0], null, null, false)]
    public void An_entry_must_fit_every_dimension(int[]? matches, int[]? teams, int[]? divisions, bool passes) =>
        Assert.Equal(passes, new ReaderFilter(Ids(matches), teams, divisions, null).Matches(EntryTypes.ScoreUpdate, Final));

    [Fact]
    public void Entries_about_the_whole_event_are_left_out_by_type_only()
    {
        Assert.True(new ReaderFilter(Ids([18]), [9], [9], null).Matches(EntryTypes.EventUpdate, WholeEvent));
        Assert.False(new ReaderFilter(null, null, null, [EntryTypes.ScoreUpdate]).Matches(EntryTypes.EventUpdate, WholeEvent));
    }

    [Fact]
    public void A_match_whose_teams_are_not_known_yet_is_of_no_team() =>
        Assert.False(new ReaderFilter(null, [1], null, null).Matches(EntryTypes.MatchUpdate, new EntrySubject(new MatchId(17))));

    [Fact]
    public void The_key_is_the_same_whatever_the_order_and_differs_between_dimensions()
    {
        Assert.Equal(new ReaderFilter(Ids([2, 1, 2]), null, null, ["b", "a"]).Key, new ReaderFilter(Ids([1, 2]), null, null, ["a", "b"]).Key);
        string[] keys = [.. new ReaderFilter[] { new(Ids([1]), null, null, null), new(null, [1], null, null), new(null, null, [1], null), new(Ids([12]), null, null, null), new(Ids([1, 2]), null, null, null), new([], null, null, null), new([], [1], null, null), ReaderFilter.All }.Select(filter => filter.Key)];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    private static List<MatchId>? Ids(int[]? numbers) => numbers?.Select(MatchId.From).ToList();
}
