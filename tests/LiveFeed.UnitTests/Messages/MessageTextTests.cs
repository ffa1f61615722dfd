using LiveFeed.Domain;
using LiveFeed.Domain.Teams;

namespace LiveFeed.UnitTests.Messages;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("  Hello  ", "Hello")]
    [InlineData("One\r\nTwo\rThree\u2028Four", "One\nTwo\nThree\nFour")]
    [InlineData("One\n\n\n\nTwo\n\n", "One\n\nTwo")]
    [InlineData("a\tb\u0007c", "a bc")]
    [InlineData("abc\u202Edef\u2066", "abcdef")]
    [InlineData("e\u0301", "\u00e9")]
    public void A_text_is_stored_as_it_can_be_seen(string text, string stored) => Assert.Equal(stored, MessageText.Clean(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("\u200b\u200e\u202e")]
    public void A_text_that_shows_nothing_is_none(string text) => Assert.Equal(ErrorCode.InvalidRequest, MessageText.Clean(text).Error!.Code);

    [Fact]
    public void Length_and_lines_are_bounded()
    {
        Assert.NotNull(MessageText.Clean(new string('a', MessageText.MaxLength)).Value);
        Assert.NotNull(MessageText.Clean(new string('a', MessageText.MaxLength + 1)).Error);
        Assert.NotNull(MessageText.Clean(new string('\u200b', MessageText.MaxLength) + "a").Error);
        Assert.NotNull(MessageText.Clean(string.Join('\n', Enumerable.Repeat("a", MessageText.MaxLines))).Value);
        Assert.NotNull(MessageText.Clean(string.Join('\n', Enumerable.Repeat("a", MessageText.MaxLines + 1))).Error);
    }
}
