namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>A server with two public events and one for its members. Its administrator has claimed the first match of each.</summary>
internal sealed record JoinedEvents(LiveFeedServer Server, ApiUser Admin)
{
    public static async Task<JoinedEvents> StartAsync()
    {
        var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        foreach (var (eventId, visibility) in new[] { ("cup", "public"), ("league", "public"), ("club", "members") })
        {
            await admin.CreateEventAsync(eventId, 2, visibility);
            await admin.ClaimAsync(eventId, 1);
        }

        return new JoinedEvents(server, admin);
    }
}
