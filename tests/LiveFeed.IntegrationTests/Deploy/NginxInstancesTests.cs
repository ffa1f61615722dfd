using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Proxies;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>The nginx of deploy in front of two instances with one Redis: to a client they are one server.</summary>
public sealed class NginxInstancesTests : IAsyncLifetime
{
    private const string Stream = "api/events/cup/stream";
    private const string Feed = "api/events/cup/feed";
    private const string CacheStatus = "X-Cache-Status";

    private InstancePair pair = null!;
    private ProxyProcess proxy = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        if (new NginxRedisFactAttribute().Skip is not null)
            return;
        pair = await InstancePair.StartAsync("Proxies:0=127.0.0.1");
        await Instances.HealthyAsync(pair.First, pair.Second);
        proxy = await ProxyProcess.StartDeployedNginxAsync(pair.First.Address, pair.Second.Address);
        admin = await pair.First.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
    }

    public async Task DisposeAsync()
    {
        if (pair is null)
            return;
        await proxy.DisposeAsync();
        await pair.DisposeAsync();
    }

    [NginxRedisFact]
    public async Task Each_entry_comes_at_once_from_both_and_a_stream_resumes_at_either()
    {
        var streams = new List<StreamClient>();
        for (var i = 0; i < 4; i++)
            streams.Add(await StreamClient.OpenAsync(proxy.Http, Stream));
        await EachHasStreamsAsync(2);
        var last = new List<StreamItem>();
        foreach (var stream in streams)
            last.Add(await stream.UntilAsync(item => item.Kind == "snapshot"));

        for (var points = 1; points <= 10; points++)
        {
            // Nothing follows that would push it out of a buffer.
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
            for (var i = 0; i < streams.Count; i++)
            {
                last[i] = (await streams[i].NextAsync())!;
                Assert.Equal(points, PointsOf(last[i]));
            }
        }

        foreach (var stream in streams)
            await stream.DisposeAsync();
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 11, 0));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 12, 0));
        var log = await LogProbe.ReadAsync(pair.First.Http, "cup");
        await EachHasStreamsAsync(0);

        // Twice each at once, so that each resumes at both.
        foreach (var item in last)
        {
            await using var one = await StreamClient.OpenAsync(proxy.Http, Stream, item.Id);
            await using var two = await StreamClient.OpenAsync(proxy.Http, Stream, item.Id);
            await EachHasStreamsAsync(1);
            foreach (var resumed in new[] { one, two })
            {
                for (var sequence = item.Sequence + 1; sequence <= log.Head; sequence++)
                    Assert.Equal((sequence, log.Entries[sequence].GetRawText()), await resumed.NextAsync() is { } next ? (next.Sequence, next.Data.GetRawText()) : default);
            }

            await one.DisposeAsync();
            await two.DisposeAsync();
            await EachHasStreamsAsync(0);
        }
    }

    [NginxRedisFact]
    public async Task Polls_are_served_from_the_cache_never_go_back_and_have_one_ETag_wherever_they_come_from()
    {
        var (polls, cached, position) = (0, 0, 0L);
        var before = await PollsAsync();
        EntityTagHeaderValue? etag = null;
        for (var points = 1; points <= 8; points++)
        {
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
            await Eventually.TrueAsync(async () =>
            {
                using var poll = await proxy.Http.GetAsync(Feed);
                polls++;
                cached += poll.Header(CacheStatus) == "HIT" ? 1 : 0;
                etag = poll.Headers.ETag;
                var sequence = long.Parse(etag!.Tag.Split('.')[1], CultureInfo.InvariantCulture);
                Assert.True(sequence >= position, $"A poll returned {sequence} after {position}.");
                position = sequence;
                return (await poll.Content.ReadAsStringAsync()).Contains($"\"team1\":{points},", StringComparison.Ordinal);
            });
        }

        Assert.True(cached > polls / 2, $"Of {polls} polls {cached} were served from the cache.");
        Assert.InRange(await PollsAsync() - before, 1, polls - cached);
        foreach (var server in new[] { pair.First, pair.Second })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/{Feed}") { Headers = { IfNoneMatch = { etag! } } };
            Assert.Equal(HttpStatusCode.NotModified, (await server.Http.SendAsync(request)).StatusCode);
        }
    }

    /// <summary>However the member shows who he is, and whatever the request looks like. With a ticket each request has its own.</summary>
    [NginxRedisFact]
    public async Task A_members_body_is_sent_to_nobody_else()
    {
        await admin.CreateEventAsync("club", visibility: "members");
        var (member, stranger) = (await pair.Second.RegisterAsync("Member"), await pair.First.RegisterAsync("Stranger"));
        await admin.AddMemberAsync("club", member.Id, "spectator");
        (string Name, Func<Task<string>> Query, (string, string)[] Headers)[] ways =
        [
            ("authorization", () => Task.FromResult(""), [("Authorization", $"Bearer {member.AccessToken}")]),
            ("cookie", () => Task.FromResult(""), [("Cookie", $"livefeed_access={member.AccessToken}")]),
            ("cookie among others", () => Task.FromResult(""), [("Cookie", $"a=b; livefeed_access={member.AccessToken}; c=d")]),
            ("ticket", async () => $"ticket={await TicketAsync(member)}", []),
            ("ticket that nginx doesn't know", async () => $"%74icket={await TicketAsync(member)}", []),
        ];
        string[] queries = ["", "limit=9", "limit=9&matches=1", "matches=1&limit=9", "matches=1,2&types=match-update"];
        (string Method, (string, string)[] Headers)[] requests =
            [("GET", []), ("HEAD", []), ("GET", [("Range", "bytes=0-99")]), ("GET", [("Accept-Encoding", "identity")]), ("GET", [("If-None-Match", "\"x\"")])];

        foreach (var way in ways)
        {
            foreach (var query in queries)
            {
                foreach (var request in requests)
                {
                    var own = await way.Query();
                    var address = $"api/events/club/feed?{string.Join('&', new[] { query, own }.Where(part => part.Length > 0))}";
                    var what = $"{request.Method} {address} by {way.Name}";
                    using (var response = await proxy.Http.SendAsync(request.Method, address, null, [.. way.Headers, .. request.Headers]))
                    {
                        Assert.True(response.IsSuccessStatusCode, $"{what}: {(int)response.StatusCode}");
                        Assert.True(response.Header(CacheStatus) is null or "MISS" or "BYPASS", $"{what}: {response.Header(CacheStatus)}");
                        Assert.True(response.Headers.CacheControl is { Private: true, Public: false }, $"{what}: {response.Headers.CacheControl}");
                    }

                    await RefusedAsync(address, what, stranger);
                }
            }
        }
    }

    /// <summary>Of a public event too: what a signed-in reader gets may say more one day.</summary>
    [NginxRedisFact]
    public async Task What_a_signed_in_reader_gets_of_a_public_event_is_not_served_to_others()
    {
        for (var i = 0; i < 10; i++)
        {
            var address = $"{Feed}?limit={10 + i}";
            using var own = await proxy.Http.SendAsync("GET", address, null, ("Authorization", $"Bearer {admin.AccessToken}"));
            Assert.Equal((HttpStatusCode.OK, null), (own.StatusCode, own.Header(CacheStatus)));
            using var other = await proxy.Http.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "MISS"), (other.StatusCode, other.Header(CacheStatus)));
        }
    }

    private static int PointsOf(StreamItem item) => item.Data.GetProperty("sets")[0].Number("team1");

    private static async Task<double> StreamsAsync(LiveFeedServer server) => await Scrape.ValueAsync(server.Http, "livefeed_streams_open") ?? 0;

    private static async Task<string> TicketAsync(ApiUser user) => (await Expect.SuccessAsync(await user.PostAsync("/api/streams/tickets"))).Text("ticket")!;

    private Task EachHasStreamsAsync(int count) => Eventually.TrueAsync(
        async () => (await StreamsAsync(pair.First), await StreamsAsync(pair.Second)) == (count, count), $"The instances don't have {count} streams each.");

    private async Task RefusedAsync(string address, string what, ApiUser stranger)
    {
        // Nobody and a stranger, by both instances.
        foreach (var headers in new (string, string)[][] { [], [("Authorization", $"Bearer {stranger.AccessToken}")], [], [("Cookie", $"livefeed_access={stranger.AccessToken}")] })
        {
            foreach (var method in new[] { "GET", "HEAD" })
            {
                using var refused = await proxy.Http.SendAsync(method, address, null, headers);
                Assert.True(refused.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"After {what}: {method} {(int)refused.StatusCode}");
                Assert.DoesNotContain("entries", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    private async Task<double> PollsAsync() => await PollsAsync(pair.First) + await PollsAsync(pair.Second);

    private static async Task<double> PollsAsync(LiveFeedServer server) => (await Scrape.ReadAsync(server.Http)).Samples
        .Where(sample => sample.Name == "http_server_request_duration_seconds_count" && sample.Labels.Contains("http_route=\"/api/events/{eventId}/feed\"", StringComparison.Ordinal))
        .Sum(sample => sample.Value);
}
