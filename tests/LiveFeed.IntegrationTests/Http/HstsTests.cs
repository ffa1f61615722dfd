using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Http;

/// <summary>Strict-Transport-Security is sent if it is set, and only with what is sent by https (RFC 6797, section 7.2).</summary>
public sealed class HstsTests
{
    private const string Header = "Strict-Transport-Security";

    [Theory]
    [InlineData("https", "31.00:00:00", "max-age=2678400")]
    [InlineData("http", "31.00:00:00", null)]
    [InlineData("https", null, null)]
    public async Task Https_is_asked_for_by_https_only_and_only_if_it_is_set(string scheme, string? maxAge, string? expected)
    {
        string[] settings = ["Proxies:0=127.0.0.1"];
        await using var server = await LiveFeedServer.StartAsync(maxAge is null ? settings : [.. settings, $"Http:HstsMaxAge={maxAge}"]);

        foreach (var path in new[] { "/", "/api/events", "/api/none" })
        {
            var response = await server.Http.SendAsync("GET", path, null, ("X-Forwarded-For", "203.0.113.1"), ("X-Forwarded-Proto", scheme), ("Host", "live.example.org"));
            Assert.Equal(expected, response.Header(Header));
        }
    }
}
