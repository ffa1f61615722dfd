using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Proxies;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>Two instances behind the nginx of deploy, as processes of their own over one PostgreSQL.</summary>
public sealed class InstanceOutageTests
{
    private const int Readers = 6;

    [InstancesFact]
    public async Task The_readers_of_a_killed_instance_go_on_with_the_other_without_a_gap()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        await TestDatabase.UsePostgresAsync(data);
        try
        {
            using var killed = await StartAsync(data);
            using var other = await StartAsync(data);
            await using var proxy = await ProxyProcess.StartDeployedNginxAsync(killed.Address, other.Address);
            using var http = new HttpClient { BaseAddress = other.Address };
            var admin = await other.AdminAsync();
            await admin.CreateEventAsync("cup");
            await admin.ClaimAsync("cup", 1);

            var sources = Enumerable.Range(0, Readers).Select(_ => new PlainEventSource(proxy.Http, "api/events/cup/stream")).ToList();
            var following = Task.WhenAll(sources.Select(source => source.FollowAsync(
                item => item.Kind == "score-update" && item.Data.GetProperty("sets")[0].GetProperty("team1").GetInt32() == 30)));
            await Eventually.TrueAsync(() => Task.FromResult(sources.TrueForAll(source => source.Items.Count > 0)), "No snapshot came.");
            // Both serve: otherwise the kill would show nothing.
            using (var first = new HttpClient { BaseAddress = killed.Address })
                Assert.InRange(await Scrape.ValueAsync(first, "livefeed_streams_open") ?? 0, 1, Readers - 1);

            for (var points = 1; points <= 30; points++)
            {
                if (points == 10)
                    killed.Kill();
                await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, points, 0));
            }

            await following.WaitAsync(TimeSpan.FromMinutes(1));

            var log = await LogProbe.ReadAsync(http, "cup");
            foreach (var source in sources)
            {
                var (snapshot, entries) = (source.Items.First(), source.Items.Skip(1).ToList());
                Assert.Equal("snapshot", snapshot.Kind);
                Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => snapshot.Sequence + i), entries.Select(entry => entry.Sequence));
                Assert.All(entries, entry => Assert.Equal(log.Entries[entry.Sequence].GetRawText(), entry.Data.GetRawText()));
            }
        }
        finally
        {
            await TestDatabase.RemoveAsync(data);
        }
    }

    private static Task<ServerProcess> StartAsync(string data) => ServerProcess.StartAsync(data, "Proxies:0=127.0.0.1", "Feed:TailCheck=00:00:00.100");
}
