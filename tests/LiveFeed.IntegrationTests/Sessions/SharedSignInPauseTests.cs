using LiveFeed.IntegrationTests.Faults;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>Guessing passwords gets slower on all instances, whichever is asked.</summary>
public sealed class SharedSignInPauseTests
{
    // No other timer has it.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(123);

    [RedisFact]
    public async Task Wrong_passwords_count_on_all_instances_until_one_is_right_on_any()
    {
        var (firstTime, secondTime) = (TestTime.Create(), TestTime.Create());
        await using var pair = await InstancePair.StartAsync(firstTime, secondTime, [$"Auth:MaxSignInPause={Longest}", .. InstancePair.Patient]);
        foreach (var server in new[] { pair.First, pair.Second, pair.First })
            await Expect.ProblemAsync(await server.LogInAsync(LiveFeedServer.AdminEmail), 401, "invalid_credentials");
        Assert.False(firstTime.IsAwaited(Longest) || secondTime.IsAwaited(Longest));

        var signIn = pair.Second.AdminAsync();
        await Eventually.TrueAsync(() => Task.FromResult(secondTime.IsAwaited(Longest)));
        Assert.False(signIn.IsCompleted);
        secondTime.Advance(Longest);
        await signIn;

        // The first one has not heard of it but by Redis.
        await pair.First.AdminAsync();
        Assert.False(firstTime.IsAwaited(Longest));
    }

    [RedisFact]
    public async Task While_Redis_is_away_each_instance_counts_its_own()
    {
        var (firstTime, secondTime) = (TestTime.Create(), TestTime.Create());
        await using var pair = await InstancePair.StartAsync(firstTime, secondTime, [$"Auth:MaxSignInPause={Longest}", .. InstancePair.Patient]);
        await pair.First.LogInAsync(LiveFeedServer.AdminEmail);
        await pair.Redis.KillAsync();
        await pair.First.LogInAsync(LiveFeedServer.AdminEmail);
        await pair.First.LogInAsync(LiveFeedServer.AdminEmail);

        await pair.Second.AdminAsync();
        Assert.False(secondTime.IsAwaited(Longest));

        var signIn = pair.First.AdminAsync();
        await Eventually.TrueAsync(() => Task.FromResult(firstTime.IsAwaited(Longest)));
        firstTime.Advance(Longest);
        await signIn;
    }
}
