using LiveFeed.Domain.Feed;

namespace LiveFeed.UnitTests.Streaming;

public sealed class FeedCursorTests
{
    [Theory]
    [InlineData("5xk2.0")]
    [InlineData("5xk2.41")]
    [InlineData("5xk2.41.m3tz")]
    [InlineData("A.9223372036854775807")]
    public void What_was_written_is_read_again(string text)
    {
        Assert.True(FeedCursor.TryParse(text, out var cursor));
        Assert.Equal(text, cursor.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("41")]
    [InlineData(".41")]
    [InlineData("5xk2.")]
    [InlineData("5xk2.-1")]
    [InlineData("5xk2.+1")]
    [InlineData("5xk2. 1")]
    [InlineData("5xk2.1.2")]
    [InlineData("5xk2.1.")]
    [InlineData("5xk2.1.m3tzz")]
    [InlineData("5xk2.1.m3 z")]
    [InlineData("5xk2.1.m3tz.")]
    [InlineData("5xk2.1.m3tz.1")]
    [InlineData("5xk2.9223372036854775808")]
    [InlineData("5x k2.1")]
    [InlineData("5xk2\n.1")]
    [InlineData("5xké.1")]
    [InlineData("5xk2.٤١")]
    [InlineData("5xk2.41\0")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123.1")]
    public void Nothing_else_is_a_cursor(string? text) => Assert.False(FeedCursor.TryParse(text, out _));
}
