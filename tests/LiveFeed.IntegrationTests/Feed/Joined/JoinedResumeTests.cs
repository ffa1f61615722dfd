namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>
/// Every topic of a stream of several is as exact as a stream of its own (invariant 3), whatever is cut, restarted, added, left out or forbidden; and
/// nobody gets an entry of a topic that they may not read (invariant 7).
/// </summary>
public sealed class JoinedResumeTests
{
    private const string Club = "events/club";
    private const string Room = "events/club/teams/1";
    private static readonly string[] Public = ["events/cup", "events/league", "events/youth"];

    [Theory]
    [InlineData(1, "Feed:UseIoUring=true")]
    [InlineData(2, "Feed:UseIoUring=true")]
    [InlineData(3, "Feed:MaxWriteBytes=1024")]
    [InlineData(4, "Streams:UseSocketTakeover=false")]
    public async Task Whatever_is_cut_restarted_and_changed_each_topic_equals_its_log(int seed, string way)
    {
        // A small memory, so that resumes are served from the memory, from the database, and across the seam between them.
        await using var server = await LiveFeedServer.StartAsync(
            "Feed:MemoryEntries=64", "Feed:RoomMemoryEntries=16", "Feed:RoomSnapshotEntries=10000", "Feed:HistoryPageSize=16", "RateLimits:MessageWrite:Permits=100000", "Feed:PresenceEvery=00:00:00.050", way);
        var admin = await server.AdminAsync();
        string[] events = [.. Public, Club];
        string[] all = [.. events, Room];
        foreach (var topic in events)
        {
            await admin.CreateEventAsync(Id(topic), 3, topic == Club ? "members" : "public");
            for (var match = 1; match <= 3; match++)
                await admin.ClaimAsync(Id(topic), match);
        }

        var members = new List<ApiUser>();
        for (var i = 0; i < 4; i++)
        {
            members.Add(await server.RegisterAsync($"Member {i}"));
            await JoinAsync(admin, members[i]);
        }

        IReadOnlyDictionary<string, long>? ends = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var readers = Enumerable.Range(0, 12).Select(i => i % 3 == 0
            ? (Reader: new JoinedReader(members[i / 3].Http, all, new Random((seed * 100) + i), i % 4 * 0.03), Topics: all)
            : (Reader: new JoinedReader(server.Client(), Public, new Random((seed * 100) + i), i % 4 * 0.03), Topics: Public)).ToList();
        var reading = readers.ConvertAll(reader => Task.Run(() => reader.Reader.RunAsync(
            () => ends?.Where(end => reader.Topics.Contains(end.Key)).ToDictionary(end => end.Key, end => end.Value), over.Token)));

        var forbidden = new HashSet<(string Topic, long Sequence)>();
        await WriteAsync(admin, members[1..], events, new Random(seed));
        await ForbidAsync(admin, members[0], forbidden);
        await server.RestartAsync();
        await WriteAsync(admin, members[1..], events, new Random(seed + 1));
        await ForbidAsync(admin, members[0], forbidden);
        var logs = new Dictionary<string, LogProbe>();
        foreach (var topic in all)
            logs.Add(topic, await LogAsync(admin, topic));
        ends = logs.ToDictionary(log => log.Key, log => log.Value.Head);
        await Task.WhenAll(reading);

        Assert.All(readers, reader => reader.Reader.HoldAgainst(reader.Topics.ToDictionary(topic => topic, topic => logs[topic])));
        Assert.DoesNotContain(readers[0].Reader.Entries.Keys, forbidden.Contains);
        Assert.True(readers.Sum(reader => reader.Reader.Connections) > readers.Count * 3, "Hardly anybody was cut: this run shows nothing.");
        Assert.True(readers.Sum(reader => reader.Reader.Signals) > 3, "Hardly a signal came: this run shows nothing about them.");
        Assert.True(readers.Count(reader => reader.Reader.Resets == 0) > 2, "Almost everybody was reset: this run shows little.");
    }

    private static string Id(string ofEvent) => ofEvent["events/".Length..];

    private static Task<LogProbe> LogAsync(ApiUser admin, string topic) => LogProbe.ReadAsync(admin.Http, topic, JoinedTags.Of(topic));

    private static async Task JoinAsync(ApiUser admin, ApiUser member) =>
        await Expect.SuccessAsync(await admin.PutAsync($"/api/{Room}/members/{member.Id}", new { role = "player" }));

    /// <summary>Runs several writers at once, in all events and in the room.</summary>
    private static Task WriteAsync(ApiUser admin, IReadOnlyList<ApiUser> inRoom, IReadOnlyList<string> events, Random random)
    {
        var writers = events.SelectMany(topic => Enumerable.Range(1, 3).Select(match => (EventId: Id(topic), Match: match, Random: new Random(random.Next())))).ToList();
        var scores = writers.Select(async writer =>
        {
            for (var i = 0; i < 20; i++)
                await Expect.SuccessAsync(await admin.ScoreAsync(writer.EventId, writer.Match, writer.Random.Next(100), writer.Random.Next(100)));
        }).ToList();
        var talk = inRoom.Select(user => (User: user, Random: new Random(random.Next()))).Select(async writer =>
        {
            for (var i = 0; i < 10; i++)
            {
                var posted = await Expect.SuccessAsync(await writer.User.PostAsync($"/api/{Room}/messages", new { text = $"Number {i} 🏐 \"of\" {writer.User.Id}" }));
                if (writer.Random.Next(3) == 0)
                    await Expect.SuccessAsync(await writer.User.DeleteAsync($"/api/{Room}/messages/{posted.GetProperty("id").GetString()}"));
            }
        });
        return Task.WhenAll([.. scores, .. talk]);
    }

    /// <summary>Takes a membership away for a while, of the event and so of the team, in which entries come that are not for that user.</summary>
    private static async Task ForbidAsync(ApiUser admin, ApiUser member, HashSet<(string Topic, long Sequence)> forbidden)
    {
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/{Club}/members/{member.Id}"));
        var before = new[] { Club, Room }.ToDictionary(topic => topic, topic => LogAsync(admin, topic));
        await Task.WhenAll(before.Values);
        for (var i = 0; i < 5; i++)
        {
            await Expect.SuccessAsync(await admin.ScoreAsync(Id(Club), 1, i, i));
            await Expect.SuccessAsync(await admin.PostAsync($"/api/{Room}/messages", new { text = "Among us" }));
        }

        foreach (var (topic, log) in before)
        {
            for (var sequence = (await log).Head + 1; sequence <= (await LogAsync(admin, topic)).Head; sequence++)
                forbidden.Add((topic, sequence));
        }

        await Expect.ProblemAsync(await member.Http.GetAsync($"/api/stream?topic={Club}&topic={Room}"), 403, "not_a_member");
        await JoinAsync(admin, member);
    }
}
