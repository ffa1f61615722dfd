namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>The last version whose feeds belonged to events, and whose entries had no check.</summary>
public sealed class BeforeTopicsVersionTests() : EarlierVersionTests("before-topics")
{
    [SqliteFact]
    public async Task Entries_of_before_have_no_check_and_new_ones_have()
    {
        Assert.Equal(0L, Query("SELECT COUNT(*) FROM feed_entries WHERE entry_check IS NOT NULL"));
        Assert.NotEqual(0L, Query("SELECT COUNT(*) FROM feed_entries WHERE topic = 'events/cup'"));
        await Expect.SuccessAsync(await (await Server.AdminAsync()).PatchAsync("/api/events/cup", new { name = "Next year" }));
        Assert.Equal(1L, Query("SELECT COUNT(*) FROM feed_entries WHERE entry_check IS NOT NULL"));
        Assert.Equal(4L, Query("SELECT LENGTH(entry_check) FROM feed_entries WHERE topic = 'events/cup' ORDER BY sequence DESC LIMIT 1"));
    }
}
