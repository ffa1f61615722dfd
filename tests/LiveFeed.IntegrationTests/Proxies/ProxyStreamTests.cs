using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>A stream passes through proxies unbuffered, and resumes.</summary>
public sealed class ProxyStreamTests
{
    private const string Stream = "api/events/cup/stream";

    [ProxyFact("nginx")]
    public Task Entries_come_at_once_through_nginx_with_nothing_set() => EachEntryComesAtOnceAsync(ProxyProcess.StartBareNginxAsync);

    [ProxyFact("nginx")]
    public Task Entries_come_at_once_through_nginx() => EachEntryComesAtOnceAsync(ProxyProcess.StartNginxAsync);

    [ProxyFact("nginx")]
    public Task Entries_come_at_once_through_nginx_with_TLS_and_HTTP_2() => EachEntryComesAtOnceAsync(ProxyProcess.StartNginxWithTlsAsync);

    [ProxyFact("nginx")]
    public Task Entries_come_at_once_through_the_deployed_nginx() => EachEntryComesAtOnceAsync(server => ProxyProcess.StartDeployedNginxAsync(server));

    [ProxyFact("haproxy")]
    public Task Entries_come_at_once_through_haproxy() => EachEntryComesAtOnceAsync(ProxyProcess.StartHaproxyAsync);

    [ProxyFact("caddy")]
    public Task Entries_come_at_once_through_Caddy() => EachEntryComesAtOnceAsync(ProxyProcess.StartCaddyAsync);

    private static async Task EachEntryComesAtOnceAsync(Func<Uri, Task<ProxyProcess>> start)
    {
        await using var server = await LiveFeedServer.StartAsync("Proxies:0=127.0.0.1");
        await using var proxy = await start(server.Address);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);

        StreamItem item;
        await using (var stream = await StreamClient.OpenAsync(proxy.Http, Stream))
        {
            item = await stream.UntilAsync(first => first.Kind == "snapshot");
            for (var points = 1; points <= 20; points++)
            {
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
                item = (await stream.NextAsync())!;
                Assert.Equal(points, item.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32());
            }
        }

        for (var points = 21; points <= 25; points++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
        var log = await LogProbe.ReadAsync(server.Http, "cup");
        await using var resumed = await StreamClient.OpenAsync(proxy.Http, Stream, item.Id);
        for (var sequence = item.Sequence + 1; sequence <= log.Head; sequence++)
        {
            var next = (await resumed.NextAsync())!;
            Assert.Equal(sequence, next.Sequence);
            Assert.Equal(log.Entries[sequence].GetRawText(), next.Data.GetRawText());
        }
    }
}
