using LiveFeed.Domain;
using LiveFeed.Infrastructure.ScheduleFiles.Tables;

namespace LiveFeed.UnitTests.Common;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abcd", "abcd")]
    [InlineData("abcde", "abcd")]
    [InlineData("abc\U0001F3D0", "abc")]
    [InlineData("ab\U0001F3D0c", "ab\U0001F3D0")]
    public void A_text_is_cut_between_characters(string text, string expected) => Assert.Equal(expected, ShortText.Of(text, 4));

    /// <summary>Half a character can't be normalized.</summary>
    [Fact]
    public void A_heading_of_any_length_and_any_characters_can_be_folded()
    {
        for (var letters = 0; letters < 4; letters++)
            Assert.StartsWith(new string('a', letters), ColumnHeadings.Fold(new string('a', letters) + string.Concat(Enumerable.Repeat("\U0001F3D0", 200))), StringComparison.Ordinal);
    }
}
