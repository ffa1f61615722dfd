namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>
/// Every topic of a stream of several is as exact as a stream of its own (invariant 3), whatever is cut, restarted, added, left out or forbidden; and
/// nobody gets an entry of a topic that they may not read (invariant 7).
/// </summary>
public sealed class JoinedResumeTests
{
    private const string Club = "club";
    private static readonly string[] Public = ["cup", "league", "youth"];

    [Theory]
    [InlineData(1, "Feed:UseIoUring=true")]
    [InlineData(2, "Feed:UseIoUring=true")]
    [InlineData(3, "Feed:MaxWriteBytes=1024")]
    [InlineData(4, "Streams:UseSocketTakeover=false")]
    public async Task Whatever_is_cut_restarted_and_changed_each_topic_equals_its_log(int seed, string way)
    {
        // A small memory, so that resumes are served from the memory, from the database, and across the seam between them.
        await using var server = await LiveFeedServer.StartAsync("Feed:MemoryEntries=64", "Feed:HistoryPageSize=16", way);
        var admin = await server.AdminAsync();
        foreach (var eventId in Public)
            await admin.CreateEventAsync(eventId, 3);
        await admin.CreateEventAsync(Club, 3, visibility: "members");
        string[] all = [.. Public, Club];
        foreach (var eventId in all)
        {
            for (var match = 1; match <= 3; match++)
                await admin.ClaimAsync(eventId, match);
        }

        var members = new List<ApiUser>();
        for (var i = 0; i < 4; i++)
        {
            members.Add(await server.RegisterAsync($"Member {i}"));
            await admin.AddMemberAsync(Club, members[i].Id, "spectator");
        }

        IReadOnlyDictionary<string, long>? ends = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var readers = Enumerable.Range(0, 12).Select(i => i % 3 == 0
            ? (Reader: new JoinedReader(members[i / 3].Http, all, new Random((seed * 100) + i), i % 4 * 0.03), Events: all)
            : (Reader: new JoinedReader(server.Client(), Public, new Random((seed * 100) + i), i % 4 * 0.03), Events: Public)).ToList();
        var reading = readers.ConvertAll(reader => Task.Run(() => reader.Reader.RunAsync(
            () => ends?.Where(end => reader.Events.Contains(end.Key)).ToDictionary(end => end.Key, end => end.Value), over.Token)));

        var forbidden = new HashSet<long>();
        await WriteAsync(admin, all, new Random(seed));
        await ForbidAsync(admin, members[0], forbidden);
        await server.RestartAsync();
        await WriteAsync(admin, all, new Random(seed + 1));
        await ForbidAsync(admin, members[0], forbidden);
        var logs = new Dictionary<string, LogProbe>();
        foreach (var eventId in all)
            logs.Add(eventId, await LogProbe.ReadAsync(admin.Http, eventId));
        ends = logs.ToDictionary(log => log.Key, log => log.Value.Head);
        await Task.WhenAll(reading);

        Assert.All(readers, reader => reader.Reader.HoldAgainst(reader.Events.ToDictionary(eventId => eventId, eventId => logs[eventId])));
        Assert.DoesNotContain(readers[0].Reader.Entries.Keys, key => key.EventId == Club && forbidden.Contains(key.Sequence));
        Assert.True(readers.Sum(reader => reader.Reader.Connections) > readers.Count * 3, "Hardly anybody was cut: this run shows nothing.");
        Assert.True(readers.Count(reader => reader.Reader.Resets == 0) > 2, "Almost everybody was reset: this run shows little.");
    }

    /// <summary>Runs several writers at once, in all events.</summary>
    private static Task WriteAsync(ApiUser admin, IReadOnlyList<string> events, Random random)
    {
        var writers = events.SelectMany(eventId => Enumerable.Range(1, 3).Select(match => (EventId: eventId, Match: match, Random: new Random(random.Next())))).ToList();
        return Task.WhenAll(writers.Select(async writer =>
        {
            for (var i = 0; i < 20; i++)
                await Expect.SuccessAsync(await admin.ScoreAsync(writer.EventId, writer.Match, writer.Random.Next(100), writer.Random.Next(100)));
        }));
    }

    /// <summary>Takes a membership away for a while, in which entries come that are not for that user.</summary>
    private static async Task ForbidAsync(ApiUser admin, ApiUser member, HashSet<long> forbidden)
    {
        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/{Club}/members/{member.Id}"));
        var before = (await LogProbe.ReadAsync(admin.Http, Club)).Head;
        for (var i = 0; i < 5; i++)
            await Expect.SuccessAsync(await admin.ScoreAsync(Club, 1, i, i));
        for (var sequence = before + 1; sequence <= (await LogProbe.ReadAsync(admin.Http, Club)).Head; sequence++)
            forbidden.Add(sequence);
        await Expect.ProblemAsync(await member.Http.GetAsync($"/api/stream?topic=events/{Club}"), 403, "not_a_member");
        await admin.AddMemberAsync(Club, member.Id, "spectator");
    }
}
