using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Faults;

public sealed partial class RedisRightsTests
{
    [RedisFact]
    public async Task A_Redis_user_with_the_rights_that_the_documentation_names_is_enough()
    {
        await using var redis = await RedisServer.StartAsync();
        var rights = Rights().Match(Repository.Read("docs/operations.md")).Groups[1].Value;
        Assert.Equal("+OK", await redis.RunAsync($"ACL SETUSER livefeed on >secret resetchannels {rights}"));
        string[] settings = [$"{redis.Setting},user=livefeed,password=secret", "RateLimits:Enabled=true"];
        await using var first = await LiveFeedServer.StartAsync(settings);
        await using var second = await LiveFeedServer.OverAsync(first.DataDirectory, settings);
        await Instances.HealthyAsync(first, second);

        var admin = await first.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var stream = await StreamClient.OpenAsync(second.Http, "/api/events/cup/stream");
        await admin.ClaimAsync("cup", 1);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 1, 0));
        await stream.UntilAsync(item => item.Kind == "score-update");

        Assert.Equal(0, await Scrape.ValueAsync(first.Http, "livefeed_limits_failures_total") ?? 0);
        Assert.Equal(0, await Scrape.ValueAsync(second.Http, "livefeed_limits_failures_total") ?? 0);
        await Instances.HealthyAsync(first, second);
    }

    [GeneratedRegex("An ACL user needs `([^`]+)`")]
    private static partial Regex Rights();
}
