using System.Diagnostics;
using LiveFeed.IntegrationTests.Teams;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>A member who was removed on one instance gets nothing more from any other, however Redis does.</summary>
public sealed class RemovedMemberTests
{
    // What is promised is 1.5 s. The rest is for a machine that has other things to do.
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3);

    [RedisFact]
    public Task With_Redis() => RemoveAsync(_ => Task.CompletedTask);

    [RedisFact]
    public Task While_Redis_is_frozen_since_just_before() => RemoveAsync(pair => pair.Redis.FreezeAsync());

    [RedisFact]
    public Task While_Redis_is_frozen() => RemoveAsync(async pair =>
    {
        await pair.Redis.FreezeAsync();
        foreach (var server in new[] { pair.First, pair.Second })
            await Eventually.TrueAsync(async () => await Scrape.ValueAsync(server.Http, "livefeed_redis_healthy") == 0);
    });

    [RedisFact]
    public Task After_Redis_was_killed() => RemoveAsync(pair => pair.Redis.KillAsync());

    [RedisFact]
    public async Task From_a_team_too()
    {
        await using var pair = await InstancePair.StartAsync(TeamRoom.Quiet);
        await Instances.HealthyAsync(pair.First, pair.Second);
        var admin = await pair.First.AdminAsync();
        await admin.CreateEventAsync("cup");
        var (family, player) = (await pair.Second.RegisterAsync("Family"), await pair.Second.RegisterAsync("Player"));
        foreach (var (user, role) in new[] { (family, "family"), (player, "player") })
            await Expect.SuccessAsync(await admin.PutAsync($"/api/events/cup/teams/1/members/{user.Id}", new { role }));
        await using var closing = await StreamClient.OpenAsync(family.Http, "/api/stream?topic=events/cup/teams/1&topic=events/cup");
        await using var staying = await StreamClient.OpenAsync(player.Http, "/api/stream?topic=events/cup/teams/1");
        await closing.NextAsync();
        await closing.NextAsync();
        await staying.NextAsync();

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/cup/teams/1/members/{family.Id}"));
        var removed = Stopwatch.GetTimestamp();
        // Would be sent to the family member, if the removal were overtaken by it.
        await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/teams/1/messages", new { text = "Among ourselves" }));

        var closed = (await closing.NextAsync())!;
        Assert.True(Stopwatch.GetElapsedTime(removed) < Within, $"The room of a removed member went on for {Stopwatch.GetElapsedTime(removed)}.");
        Assert.Equal(("topic-closed", "access_revoked"), (closed.Type, closed.Data.GetProperty("code").GetString()));
        Assert.Equal("message", (await staying.NextAsync())!.Kind);
        // The event goes on for both.
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "For everybody" }));
        Assert.Equal("event-update", (await closing.NextAsync())!.Kind);
    }

    private static async Task RemoveAsync(Func<InstancePair, Task> fault)
    {
        await using var pair = await InstancePair.StartAsync();
        await Instances.HealthyAsync(pair.First, pair.Second);
        var (admin, there) = (await pair.First.AdminAsync(), await pair.Second.AdminAsync());
        await admin.CreateEventAsync("club", visibility: "members");
        var member = await pair.Second.RegisterAsync("Member");
        await admin.AddMemberAsync("club", member.Id, "spectator");
        await using var stream = await StreamClient.OpenAsync(member.Http, "/api/events/club/stream");
        await using var other = await StreamClient.OpenAsync(there.Http, "/api/events/club/stream");
        await stream.NextAsync();
        await fault(pair);

        await Expect.SuccessAsync(await admin.DeleteAsync($"/api/events/club/members/{member.Id}"));
        var removed = Stopwatch.GetTimestamp();
        // Would be sent to the member, if the removal were overtaken by it.
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/club", new { name = "Among ourselves" }));

        var bye = (await stream.NextAsync())!;
        Assert.True(Stopwatch.GetElapsedTime(removed) < Within, $"The stream of a removed member went on for {Stopwatch.GetElapsedTime(removed)}.");
        Assert.Equal("bye", bye.Type);
        Assert.Equal("access_revoked", bye.Data.GetProperty("code").GetString());
        await other.UntilAsync(item => item.Kind == "event-update");
        Assert.Equal(403, (int)(await member.Http.GetAsync("/api/events/club/feed")).StatusCode);
    }
}
