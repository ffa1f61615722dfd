using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Incidents;

/// <summary>How long snapshots have the incidents of a match.</summary>
public sealed class LiveMatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(30);
    private readonly TestTime time = TestTime.Create();
    private LiveFeedServer server = null!;
    private ApiUser admin = null!;

    public async Task InitializeAsync()
    {
        server = await LiveFeedServer.StartAsync(time, null, "Jwt:AccessLifetime=1.00:00:00", "Claims:Lease=04:00:00", "Incidents:LiveAfterEnd=00:30:00", "Incidents:Sweep=00:00:30");
        admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        foreach (var match in new[] { 1, 2, 3 })
            await admin.ClaimAsync("cup", match);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Snapshots_have_the_incidents_of_matches_in_play_or_ended_within_half_an_hour()
    {
        var before = await PostAsync(3);
        await ScoreAsync(3, "final");
        time.Jump(TimeSpan.FromMinutes(1));
        var over = await PostAsync(1);
        var inPlay = await PostAsync(2);
        await ScoreAsync(1, "final");
        await ScoreAsync(2, "inProgress");
        await using var stream = await StreamClient.OpenAsync(server.Http, "/api/events/cup/stream?types=incident");
        await stream.NextAsync();

        // The match that ended a minute earlier says that this sweep is done.
        time.Jump(TimeSpan.FromMinutes(29));
        time.Advance(Sweep);
        await LeavesAsync(before);
        Assert.Equal([over, inPlay], await SnapshotAsync());

        time.Jump(TimeSpan.FromMinutes(1));
        time.Advance(Sweep);
        await LeavesAsync(over);
        Assert.Equal([inPlay], await SnapshotAsync());

        foreach (var key in new[] { before, over })
        {
            var entry = (await stream.NextAsync())!.Data;
            Assert.Equal((key, "matchOver"), (entry.Text("key"), entry.Text("reason")));
        }

        Assert.Single((await server.Http.GetAsync("/api/events/cup/matches/1/incidents").JsonAsync()).Items());
    }

    [Fact]
    public async Task A_server_that_starts_anew_keeps_to_it()
    {
        await PostAsync(1);
        var inPlay = await PostAsync(2);
        await ScoreAsync(1, "final");

        await server.RestartAsync(() =>
        {
            time.Jump(TimeSpan.FromMinutes(31));
            return Task.CompletedTask;
        });
        await Eventually.TrueAsync(
            async () =>
            {
                time.Advance(Sweep);
                return (await SnapshotAsync()).SequenceEqual([inPlay]);
            },
            "The snapshot kept it.");
    }

    [Fact]
    public async Task A_match_that_is_played_again_brings_its_incidents_back_with_the_next_one()
    {
        var first = await PostAsync(1);
        await ScoreAsync(1, "final");
        await CloseAsync();

        await ScoreAsync(1, "inProgress");
        var second = await PostAsync(1);

        Assert.Equal([first, second], await SnapshotAsync());
    }

    [Fact]
    public async Task An_incident_that_is_recorded_long_after_the_match_is_published_and_soon_leaves_the_state_again()
    {
        await PostAsync(1);
        await ScoreAsync(1, "final");
        await CloseAsync();

        // The sweep may come at any time: only the feed says that it was published first.
        var cursor = await server.Http.CursorAsync("cup");
        var late = await PostAsync(1);
        time.Advance(Sweep);
        await LeavesAsync(late);

        var entries = await server.Http.EntriesAsync("cup", $"types=incident&after={cursor}");
        Assert.Equal([false, true], entries.Where(entry => entry.Text("key") == late).Select(entry => entry.IsRemoved()));
        Assert.Equal(2, (await server.Http.GetAsync("/api/events/cup/matches/1/incidents").JsonAsync()).Items().Count());
    }

    private async Task CloseAsync()
    {
        time.Jump(TimeSpan.FromMinutes(31));
        time.Advance(Sweep);
        await Eventually.TrueAsync(async () => (await SnapshotAsync()).Count == 0, "The snapshot kept it.");
    }

    private Task LeavesAsync(string key) => Eventually.TrueAsync(async () => !(await SnapshotAsync()).Contains(key), "The snapshot kept it.");

    private async Task<string> PostAsync(int match) =>
        "incident/" + (await Expect.SuccessAsync(await admin.PostAsync($"/api/events/cup/matches/{match}/incidents", new { kind = "goal", side = 1 }))).Text("id");

    private async Task ScoreAsync(int match, string status) => await Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 1, 0, status));

    private async Task<List<string>> SnapshotAsync() => [.. (await server.Http.EntriesAsync("cup", "types=incident")).Select(entry => entry.Text("key")!)];
}
