using LiveFeed.Api.Sessions;
using Microsoft.Extensions.Options;

namespace LiveFeed.UnitTests.Sessions;

public sealed class LoginThrottleTests
{
    private readonly TestTime time = TestTime.Create();

    [Fact]
    public async Task From_the_fourth_attempt_on_the_pauses_double_up_to_the_longest_until_one_succeeds()
    {
        using var throttle = Throttle(TimeSpan.FromSeconds(1.5));

        Assert.Equal([0, 0, 0, 250, 500, 1_000, 1_500, 1_500], await FailAsync(throttle, 8));
        Assert.Equal(0, Pause(throttle, "other"));
        await throttle.SucceededAsync("jo");
        Assert.Equal(0, Pause(throttle, "jo"));
    }

    [Fact]
    public async Task A_longest_pause_of_zero_turns_pauses_off()
    {
        using var throttle = Throttle(TimeSpan.Zero);

        Assert.Equal([0, 0, 0, 0, 0], await FailAsync(throttle, 5));
    }

    private LoginThrottle Throttle(TimeSpan longest) => new(Options.Create(new AuthOptions { MaxSignInPause = longest }), time);

    private async Task<List<int>> FailAsync(LoginThrottle throttle, int times)
    {
        var pauses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            pauses.Add(Pause(throttle, "jo"));
            await throttle.FailedAsync("jo");
        }

        return pauses;
    }

    private int Pause(LoginThrottle throttle, string account)
    {
        var (pause, waited) = (throttle.WaitAsync(account, CancellationToken.None), 0);
        for (; !pause.IsCompleted; waited += 50)
            time.Advance(TimeSpan.FromMilliseconds(50));
        return waited;
    }
}
