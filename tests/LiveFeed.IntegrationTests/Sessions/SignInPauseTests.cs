using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>Guessing passwords gets slower. How much: LoginThrottleTests.</summary>
public sealed class SignInPauseTests
{
    // No other timer has it.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(123);

    [Fact]
    public async Task Sign_in_waits_after_three_wrong_passwords()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null, $"Auth:MaxSignInPause={Longest}");
        for (var i = 0; i < 3; i++)
            await server.LogInAsync(LiveFeedServer.AdminEmail);
        Assert.False(time.IsAwaited(Longest));

        var signIn = server.AdminAsync();
        await Eventually.TrueAsync(() => Task.FromResult(time.IsAwaited(Longest)));
        Assert.False(signIn.IsCompleted);

        time.Advance(Longest);
        await signIn;
    }
}
