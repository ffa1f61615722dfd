using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Pages;

/// <summary>Which pages other sites may show in a frame: what spectators see, and nothing that can be clicked to somebody's harm.</summary>
public sealed class FramingTests
{
    [Theory]
    [InlineData(null, "'self'")]
    [InlineData("'self' https://club.example", "'self' https://club.example")]
    [InlineData("'none'", "'none'")]
    public async Task Spectators_pages_go_into_the_frames_of_the_listed_sites_and_no_other_page_does(string? setting, string expected)
    {
        await using var server = await LiveFeedServer.StartAsync(setting is null ? [] : [$"Frames:Ancestors={setting}"]);
        await (await server.AdminAsync()).CreateEventAsync("cup");

        foreach (var page in new[] { "/events/cup", "/display/cup", "/display/cup?court=1", "/display/cup?view=plain&court=1", "/display/none?view=plain&court=1" })
            Assert.Equal((page, expected), (page, await AncestorsAsync(server, page)));
        foreach (var page in new[] { "/", "/score", "/score/cup", "/manage", "/manage/cup", "/join", "/scorer", "/reset", "/coverage/cup", "/import/cup", "/sw.js", "/swagger/index.html", "/swagger/swagger-ui.css", "/openapi/v1.json" })
            Assert.Equal((page, "'none'"), (page, await AncestorsAsync(server, page)));
    }

    /// <summary>The page of Swagger has a place for a token.</summary>
    [Fact]
    public async Task The_API_s_description_runs_its_own_scripts_only()
    {
        await using var server = await LiveFeedServer.StartAsync();
        foreach (var (path, policy) in new[] { ("/swagger/index.html", "default-src 'self';"), ("/openapi/v1.json", "default-src 'none';") })
        {
            using var response = await server.Http.GetAsync(path);
            Assert.StartsWith(policy, response.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    private static async Task<string> AncestorsAsync(LiveFeedServer server, string page)
    {
        using var response = await server.Http.GetAsync(page);
        return response.Header("Content-Security-Policy")!.Split("frame-ancestors ")[1];
    }
}
