using System.Globalization;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>What an instance has sent to one reader as an entry, it takes back in no read, whether Redis carries signals and responses or not.</summary>
public sealed class ReadAfterEntryTests
{
    private const int Instances = 3;
    private const int Followers = 2;
    private const int Enough = 100;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    [ClusterFact]
    public async Task No_instance_ever_serves_anything_older_than_an_entry_that_it_has_sent()
    {
        await using var bench = await FaultBench.StartAsync(Instances);
        await bench.HealthyAsync();
        var admin = await LiveFeedServer.AdminAsync(bench.Client());
        await admin.CreateEventAsync("cup", Instances);
        await admin.PatchAsync("/api/events/cup", new { name = "0" });
        using var over = new CancellationTokenSource();
        var followers = bench.Servers.SelectMany(server => Enumerable.Range(0, Followers).Select(_ => new ReadingFollower(FaultBench.ClientOf(server)))).ToList();
        var following = followers.ConvertAll(follower => Task.Run(() => follower.RunAsync(over.Token)));
        // Each match by way of another instance, so that for most followers each write is one of another instance.
        var writing = bench.Servers.Select((server, i) => Task.Run(() => WriteAsync(FaultBench.ClientOf(server), 1 + i, over.Token))).ToList();

        await EachHasReadAsync();
        await bench.Redis.FreezeAsync();
        await EachHasReadAsync();
        await bench.Redis.ThawAsync();
        await EachHasReadAsync();
        await bench.Redis.KillAsync();
        await EachHasReadAsync();
        await bench.Redis.StartAgainAsync();
        await bench.HealthyAsync();
        await EachHasReadAsync();

        await over.CancelAsync();
        // The last writes wake the followers.
        await Task.WhenAll(writing.Concat(following));
        foreach (var follower in followers)
            await follower.DisposeAsync();

        async Task EachHasReadAsync()
        {
            var before = followers.ConvertAll(follower => follower.Read);
            await Eventually.TrueAsync(async () =>
            {
                foreach (var failed in writing.Concat(following).Where(task => task.IsFaulted))
                    await failed;
                return followers.Zip(before).All(pair => pair.First.Read >= pair.Second + Enough);
            });
        }
    }

    /// <summary>Writes scores of one match, extends its claim, and renames the event, until the end and once more.</summary>
    private static async Task WriteAsync(HttpClient http, int match, CancellationToken until)
    {
        var user = await LiveFeedServer.AdminAsync(http);
        await user.ClaimAsync("cup", match);
        using var pace = new PeriodicTimer(Every);
        for (var (points, last) = (1, false); !last; points++)
        {
            last = until.IsCancellationRequested;
            await Expect.SuccessAsync(await user.ScoreAsync("cup", match, points, 0));
            if (points % 3 == 0)
                await user.ClaimAsync("cup", match);
            if (match == 1)
                await Expect.SuccessAsync(await user.PatchAsync("/api/events/cup", new { name = points.ToString(CultureInfo.InvariantCulture) }));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
