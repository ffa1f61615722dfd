using LiveFeed.Domain.Feed;

namespace LiveFeed.UnitTests.Feed;

public sealed class JoinedCursorTests
{
    [Theory]
    // printf 'events/wc22' | sha256sum | xxd -r -p | base32 | cut -c1-6, in lower case.
    [InlineData("events/wc22", "5aazwa")]
    [InlineData("me", "e5cmzu")]
    // Those of docs/topics.md.
    [InlineData("events/demo", "52vjag")]
    [InlineData("events/cup", "beybtg")]
    public void A_tag_is_the_beginning_of_the_path_s_hash_in_base_32(string topic, string tag) => Assert.Equal(tag, JoinedCursor.TagOf(topic));

    [Fact]
    public void Cursors_are_joined_in_the_order_of_their_tags_and_found_by_these()
    {
        var joined = JoinedCursor.Join([("e5cmzu", new FeedCursor("abcd", 1)), ("5aazwa", new FeedCursor("5xk2", 40, "h7qa"))]);
        Assert.Equal("5aazwa:5xk2.40.h7qa~e5cmzu:abcd.1", joined);
        var read = JoinedCursor.Read(joined);
        Assert.Equal(("5xk2.40.h7qa", "abcd.1", null), (read.Find("5aazwa"), read.Find("e5cmzu"), read.Find("zzzzzz")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_cursor_no_topic_has_one(string? text) => Assert.Null(JoinedCursor.Read(text).Find("5aazwa"));

    [Theory]
    [InlineData("5xk2.40.h7qa")]
    [InlineData("abcdef")]
    [InlineData("abcde:5xk2.40")]
    [InlineData("ABCDEF:5xk2.40")]
    [InlineData("abcde1:5xk2.40")]
    [InlineData("abcdef:5xk2.40~")]
    [InlineData("abcdef:5xk2.40~abcdef:5xk2.41")]
    public void What_is_no_joined_cursor_gives_every_topic_one_that_can_t_be_read(string text) => AssertUnreadable(text);

    [Fact]
    public void A_cursor_that_would_not_fit_is_not_read() => AssertUnreadable("abcdef:" + new string('a', JoinedCursor.MaxLength));

    private static void AssertUnreadable(string text) => Assert.False(FeedCursor.TryParse(Assert.IsType<string>(JoinedCursor.Read(text).Find("abcdef")), out _));
}
