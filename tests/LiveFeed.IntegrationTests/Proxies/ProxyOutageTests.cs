using System.Net;
using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>With the documented settings, and with those of deploy, a plain EventSource goes on after an outage that is longer than any <c>retry</c>.</summary>
public sealed class ProxyOutageTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(8);

    [ProxyFact("nginx")]
    public Task A_plain_EventSource_goes_on_behind_nginx() => GoesOnAsync(ProxyProcess.StartNginxAsync);

    /// <summary>The same server twice: nginx never takes a single one for dead, but does so with several.</summary>
    [ProxyFact("nginx")]
    public Task A_plain_EventSource_goes_on_behind_the_deployed_nginx() => GoesOnAsync(server => ProxyProcess.StartDeployedNginxAsync(server, server));

    [ProxyFact("haproxy")]
    public Task A_plain_EventSource_goes_on_behind_haproxy() => GoesOnAsync(ProxyProcess.StartHaproxyAsync);

    [ProxyFact("caddy")]
    public Task A_plain_EventSource_goes_on_behind_Caddy() => GoesOnAsync(ProxyProcess.StartCaddyAsync);

    /// <summary>What the settings are for.</summary>
    [ProxyFact("nginx")]
    public async Task A_plain_EventSource_gives_up_behind_nginx_with_nothing_set()
    {
        var rejected = await Assert.ThrowsAsync<StreamRejectedException>(() => GoesOnAsync(ProxyProcess.StartBareNginxAsync));
        Assert.Equal(HttpStatusCode.BadGateway, rejected.Response.StatusCode);
    }

    private static async Task GoesOnAsync(Func<Uri, Task<ProxyProcess>> start)
    {
        await using var server = await LiveFeedServer.StartAsync("Proxies:0=127.0.0.1");
        await using var proxy = await start(server.Address);
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);

        var source = new PlainEventSource(proxy.Http, "api/events/cup/stream");
        var following = source.FollowAsync(item => item.Kind == "score-update" && item.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32() == 3);
        await Eventually.TrueAsync(() => Task.FromResult(source.Items.Count > 0), "No snapshot came.");
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await server.RestartAsync(async () =>
        {
            using var outage = new PeriodicTimer(Outage);
            await outage.WaitForNextTickAsync();
        });
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 2, 0));
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 3, 0));
        await following;

        var log = await LogProbe.ReadAsync(server.Http, "cup");
        var (snapshot, entries) = (source.Items.First(), source.Items.Skip(1).ToList());
        Assert.Equal("snapshot", snapshot.Kind);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => snapshot.Sequence + i), entries.Select(entry => entry.Sequence));
        Assert.All(entries, entry => Assert.Equal(log.Entries[entry.Sequence].GetRawText(), entry.Data.GetRawText()));
    }
}
