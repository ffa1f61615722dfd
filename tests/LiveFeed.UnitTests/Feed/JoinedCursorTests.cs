using LiveFeed.Domain.Feed;

namespace LiveFeed.UnitTests.Feed;

public sealed class JoinedCursorTests
{
    [Theory]
    // printf 'events/wc22' | sha256sum | xxd -r -p | base32 | cut -c1-6, in lower case.
    [InlineData("events/wc22", "5aazwa")]
    [InlineData("me", "e5cmzu")]
    public void A_tag_is_the_beginning_of_the_path_s_hash_in_base_32(string topic, string tag) => Assert.Equal(tag, JoinedCursor.TagOf(topic));

    [Fact]
    public void Cursors_are_joined_in_the_order_of_their_tags_and_found_by_topic()
    {
        var joined = JoinedCursor.Join([("events/wc22", "5xk2.40.h7qa"), ("me", "abcd.1")]);
        Assert.Equal(joined.Split('~').Order(StringComparer.Ordinal), joined.Split('~'));
        Assert.True(JoinedCursor.TryParse(joined, out var parsed));
        Assert.Equal(("5xk2.40.h7qa", "abcd.1", null), (parsed.Find("events/wc22"), parsed.Find("me"), parsed.Find("events/wc23")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5xk2.40.h7qa")]
    [InlineData("abcdef")]
    [InlineData("abcde:5xk2.40")]
    [InlineData("ABCDEF:5xk2.40")]
    [InlineData("abcde1:5xk2.40")]
    [InlineData("abcdef:5xk2.40~")]
    [InlineData("abcdef:5xk2.40~abcdef:5xk2.41")]
    public void What_is_no_joined_cursor_is_not_read_as_one(string text) => Assert.False(JoinedCursor.TryParse(text, out _));

    [Fact]
    public void A_cursor_that_would_not_fit_is_not_read() => Assert.False(JoinedCursor.TryParse("abcdef:" + new string('a', JoinedCursor.MaxLength), out _));
}
