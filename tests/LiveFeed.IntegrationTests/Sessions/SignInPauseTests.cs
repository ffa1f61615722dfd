using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>Guessing passwords gets slower. How much: LoginThrottleTests.</summary>
public sealed class SignInPauseTests
{
    [Fact]
    public async Task Sign_in_waits_after_three_wrong_passwords()
    {
        var time = TestTime.Create();
        await using var server = await LiveFeedServer.StartAsync(time, null, "Auth:MaxSignInPause=00:00:05");
        for (var i = 0; i < 3; i++)
            await server.LogInAsync(LiveFeedServer.AdminEmail);

        var began = time.GetUtcNow();
        var signIn = server.AdminAsync();
        while (!signIn.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(signIn, Task.Delay(20));
        }

        await signIn;
        Assert.True(time.GetUtcNow() - began >= TimeSpan.FromMilliseconds(250));
    }
}
