using System.Globalization;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Two instances whose machines' clocks are five minutes apart: what one of them makes, the other judges by the same time.</summary>
public sealed class ClockTests
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    [ClockFact]
    public async Task Claims_and_tokens_are_right_though_clocks_are_five_minutes_apart()
    {
        await using var bench = await FaultBench.StartAsync(1, settings: "Claims:Lease=00:02:00");
        await bench.AddAsync(["env", $"LD_PRELOAD={Library}", "FAKETIME=+300", "FAKETIME_DONT_FAKE_MONOTONIC=1"]);
        var (right, ahead) = (FaultBench.ClientOf(bench.Servers[0]), FaultBench.ClientOf(bench.Servers[1]));
        // Its machine's clock shows in what its web server writes.
        using (var response = await ahead.GetAsync("/health/live"))
            Assert.True(response.Headers.Date > TimeProvider.System.GetUtcNow().AddMinutes(4), "The clock of the second instance is not ahead.");

        var admin = await LiveFeedServer.AdminAsync(ahead);
        await admin.CreateEventAsync("cup", 2);
        var claim = await Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/claims/1"));
        var expires = DateTimeOffset.Parse(claim.GetProperty("expiresAt").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(expires - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2.5));

        // A token of one is good at the other, and a claim that was made here has not expired there.
        var there = await LiveFeedServer.AdminAsync(right);
        await Expect.SuccessAsync(await there.PostAsync("/api/events/cup/claims/2"));
        Assert.Equal(200, (int)(await there.Http.GetAsync("/api/auth/me")).StatusCode);
        using var crossed = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me") { Headers = { Authorization = new("Bearer", admin.AccessToken) } };
        Assert.Equal(200, (int)(await FaultBench.ClientOf(bench.Servers[0]).SendAsync(crossed)).StatusCode);
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 1, 0));
        await Expect.SuccessAsync(await there.ScoreAsync("cup", 1, 1, 0));
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ClockFactAttribute : FactAttribute
    {
        public ClockFactAttribute() => Skip = File.Exists(Library)
            ? Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresCluster.WhyMissing ?? RedisServer.WhyMissing
            : "There is no libfaketime: apt-get install libfaketime; tests/run does it.";
    }
}
