using LiveFeed.Domain.Events;

namespace LiveFeed.UnitTests.Events;

public sealed class EventIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("PTAwMDAwNDEzMTQ90")]
    [InlineData("wc-22_Final")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void Letters_digits_underscores_and_hyphens_are_an_id(string text) => Assert.Equal(text, EventId.From(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("١")]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\0")]
    public void Nothing_else_is(string? text) => Assert.False(EventId.TryParse(text, out _));
}
