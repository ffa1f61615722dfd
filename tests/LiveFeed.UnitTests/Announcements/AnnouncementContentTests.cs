using LiveFeed.Domain.Announcements;

namespace LiveFeed.UnitTests.Announcements;

public sealed class AnnouncementContentTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "text")]
    [InlineData("   ", "text")]
    [InlineData("two\nlines", "text")]
    [InlineData("a\u0000b", "text")]
    [InlineData("\u202E\u200B", "text")]
    public void A_text_of_which_nothing_can_be_shown_in_one_line_is_rejected(string text, string field) =>
        Assert.Equal([field], new AnnouncementContent(text).Validate(Now)!.Fields!.Keys);

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_text_has_at_most_500_characters(int length, bool isValid) =>
        Assert.Equal(isValid, new AnnouncementContent(new string('x', length)).Validate(Now) is null);

    [Theory]
    [InlineData(-1_000, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void An_announcement_ends_in_the_future(int milliseconds, bool isValid) =>
        Assert.Equal(isValid, new AnnouncementContent("Rain", Until: Now.AddMilliseconds(milliseconds)).Validate(Now) is null);

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once() =>
        Assert.Equal(["text", "until"], new AnnouncementContent("", Until: Now).Validate(Now)!.Fields!.Keys.Order());

    [Fact]
    public void What_is_stored_is_trimmed_composed_and_turns_nothing_around() =>
        Assert.Equal(
            new AnnouncementContent("Jos\u00E9 nimda", 3, Now.AddSeconds(1)),
            new AnnouncementContent("  Jose\u0301 \u202Enimda ", 3, Now.AddSeconds(1).AddTicks(9)).Cleaned());
}
