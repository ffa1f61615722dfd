using LiveFeed.Domain;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>Whose word on the client's address counts.</summary>
public sealed class TrustedProxyTests
{
    private const string ForwardedFor = "X-Forwarded-For";

    [Fact]
    public async Task A_chain_of_listed_proxies_is_followed_to_the_client()
    {
        await using var server = await LiveFeedServer.StartAsync(
            "RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=1", "RateLimits:Anonymous:Period=01:00:00", "RateLimits:Anonymous:Burst=1",
            "Proxies:0=127.0.0.1", "Proxies:1=10.0.0.0/8");
        for (var client = 1; client <= 40; client++)
            Assert.Equal(200, await GetAsync($"203.0.113.{client}, 10.1.1.1"));

        Assert.Equal(429, await GetAsync("203.0.113.1, 10.1.1.1"));
        // The chain ends at the first address that isn't listed: what stands before it was written by anybody.
        Assert.Equal(429, await GetAsync("198.51.100.9, 203.0.113.1, 10.1.1.1"));

        async Task<int> GetAsync(string chain) => (int)(await server.Http.SendAsync("GET", "/api/events", null, (ForwardedFor, chain))).StatusCode;
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("10.0.0.0/8", 1)]
    [InlineData("127.0.0.1", 0)]
    public async Task A_proxy_that_is_not_listed_is_reported_once_with_its_address(string? listed, int reports)
    {
        await using var server = await LiveFeedServer.StartAsync(listed is null ? [] : [$"Proxies:0={listed}"]);
        var logs = FakeLogCollector.Create(new FakeLogCollectorOptions());
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(new FakeLoggerProvider(logs));

        for (var request = 0; request < 3; request++)
            await server.Http.SendAsync("GET", "/api/events", null, (ForwardedFor, "203.0.113.1"));

        var reported = logs.GetSnapshot().Where(record => record.Id.Id == LogEventIds.ProxyUnlisted).ToList();
        Assert.Equal(reports, reported.Count);
        Assert.All(reported, record => Assert.Contains("127.0.0.1", record.Message, StringComparison.Ordinal));
        Assert.All(reported, record => Assert.Contains("LiveFeed:Proxies", record.Message, StringComparison.Ordinal));
    }
}
