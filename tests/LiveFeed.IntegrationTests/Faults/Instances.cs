using System.Net.Http.Json;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Faults;

/// <summary>Several instances over one database.</summary>
internal static class Instances
{
    /// <summary>Waits until all of them hear each other by Redis.</summary>
    public static async Task HealthyAsync(params LiveFeedServer[] servers)
    {
        foreach (var server in servers)
            await HealthyAsync(server.Http, servers.Length);
    }

    /// <summary>Waits until one of them hears so many, itself included.</summary>
    public static Task HealthyAsync(HttpClient http, int instances) => Eventually.TrueAsync(
        async () => await RedisAsync(http) == "ok" && await Scrape.ValueAsync(http, "livefeed_instances") == instances, "The instances don't hear each other.");

    /// <summary>Returns what an instance says of Redis.</summary>
    public static async Task<string?> RedisAsync(HttpClient http)
    {
        using var response = await http.GetAsync("/health/ready");
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty("redis").GetString();
    }
}
