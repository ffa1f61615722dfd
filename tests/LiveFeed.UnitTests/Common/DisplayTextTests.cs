using LiveFeed.Domain;

namespace LiveFeed.UnitTests.Common;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("  Jo  ", "Jo")]
    [InlineData("Jose\u0301", "Jos\u00E9")]
    [InlineData("\u202EnimdA", "nimdA")]
    [InlineData("FC\u200B K\u00F6ln\uFEFF", "FC K\u00F6ln")]
    [InlineData("so\u00ADft", "soft")]
    [InlineData("a\u200Cb\u200C", "a\u200Cb")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0D9A\u0DCA\u200D\u0DBB", "\u0D9A\u0DCA\u200D\u0DBB")]
    [InlineData("\U0001F469\u200D\U0001F4BB \u2764\uFE0F\u200D\U0001F525", "\U0001F469\u200D\U0001F4BB \u2764\uFE0F\u200D\U0001F525")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")]
    [InlineData("Jo\U000E0067\U000E007F", "Jo")]
    [InlineData("A \u200D B", "A  B")]
    [InlineData("\u3164 \u115F\u1160\u2800\uFFA0\u034F", "")]
    [InlineData("\uE000\u0378", "")]
    public void What_cannot_be_seen_is_removed(string text, string clean)
    {
        Assert.Equal(clean, DisplayText.Clean(text));
        Assert.Equal(clean, DisplayText.Clean(clean));
        Assert.Equal(clean.Length > 0, DisplayText.IsValid(text, 80));
    }

    [Theory]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("\u0000")]
    [InlineData("")]
    [InlineData("more than ten")]
    public void A_line_break_nothing_and_a_long_text_are_no_names(string text) => Assert.False(DisplayText.IsValid(text, 10));
}
