using System.Net;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Pages;

/// <summary>
/// Who may see the plain display, and what others see: words on a page, because people read it, and nobody is beside it to try again.
/// </summary>
public sealed class PlainDisplayAccessTests(ContractServer site) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task A_members_event_shows_itself_to_members_only()
    {
        var id = await site.EventAsync(visibility: "members");
        var path = $"/display/{id}?view=plain&court=1";

        await WordsAsync(await site.Nobody.SendAsync("GET", path), 401, "Only for members");
        await WordsAsync(await site.Stranger.SendAsync("GET", path), 403, "Only for members");
        using var member = await site.Spectator.SendAsync("GET", path);
        Assert.Equal(HttpStatusCode.OK, member.StatusCode);
        Assert.True(member.Headers.CacheControl is { Private: true, NoCache: true, Public: false });
        Assert.Contains("Team 1", await member.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plain_page_takes_no_credentials_of_streams_and_says_where_to_sign_in()
    {
        var path = $"/display/{await site.EventAsync(visibility: "members")}?view=plain&court=1";
        await WordsAsync(await site.Nobody.SendAsync("GET", path, null, ("Cookie", $"livefeed_access={site.Spectator.AccessToken}")), 401, "for public events. The display with JavaScript can sign in");
        await WordsAsync(await site.Nobody.SendAsync("GET", path + "&ticket=x"), 401, "for public events. The display with JavaScript can sign in");
    }

    [Fact]
    public async Task A_user_who_may_no_longer_read_does_not_even_learn_that_nothing_has_changed()
    {
        var id = await site.EventAsync();
        var path = $"/display/{id}?view=plain&court=1";
        await Expect.SuccessAsync(await site.Organizer.PatchAsync($"/api/events/{id}", new { visibility = "members" }));
        using var known = await site.Spectator.SendAsync("GET", path);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);

        await WordsAsync(await site.Nobody.SendAsync("GET", path, null, ("If-None-Match", known.Header("ETag")!)), 401, "Only for members");
    }

    [Theory]
    [InlineData("none", "court=1", 404, "There is no such event")]
    [InlineData("%3Cb%3E", "court=1", 400, "There is no such event")]
    [InlineData("", "court=x", 400, "court is all, or a list")]
    [InlineData("", "court=1,,2", 400, "court is all, or a list")]
    [InlineData("", "court=1,2,3,4,5,6,7,8,9,10,11,12,13", 400, "court is all, or a list")]
    [InlineData("", "court=%3Cscript%3E", 400, "court is all, or a list")]
    public async Task A_page_that_cannot_be_shown_is_explained_in_words(string id, string query, int status, string words)
    {
        var known = id.Length > 0 ? id : await site.EventAsync();
        await WordsAsync(await site.Nobody.SendAsync("GET", $"/display/{known}?view=plain&{query}"), status, words);
    }

    [Fact]
    public async Task A_display_that_asks_too_often_waits_and_asks_again()
    {
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "RateLimits:Anonymous:Permits=1", "RateLimits:Anonymous:Period=01:00:00", "RateLimits:Anonymous:Burst=1");
        using var first = await server.Http.SendAsync("GET", "/display/cup?view=plain");
        using var second = await server.Http.SendAsync("GET", "/display/cup?view=plain");
        Assert.NotNull(second.Header("Retry-After"));
        await WordsAsync(second, 429, "One moment");
    }

    [Fact]
    public async Task It_is_no_part_of_the_described_API() =>
        Assert.DoesNotContain("/display", await site.Nobody.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);

    [Fact]
    public async Task Its_address_ends_where_its_links_are_right()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Server.Address };
        var id = await site.EventAsync();
        using var response = await http.SendAsync("GET", $"/display/{id}/?view=plain&court=1");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"../{id}?view=plain&court=1", response.Header("Location"));
    }

    [Theory]
    [InlineData("", "?view=plain")]
    [InlineData("?court=2,1", "?view=plain&amp;court=1,2")]
    [InlineData("?court=all&theme=light", "?view=plain&amp;court=all&amp;theme=light")]
    [InlineData("?court=%22%3E%3Cscript%3E", "?view=plain&amp;court=%22%3E%3Cscript%3E")]
    public async Task The_display_leads_browsers_without_scripts_to_the_same_courts(string query, string address)
    {
        var page = await site.Nobody.GetStringAsync("/display/cup" + query);
        Assert.Contains($"<noscript><meta http-equiv=\"refresh\" content=\"0; url={address}\"></noscript>", page, StringComparison.Ordinal);
    }

    private static async Task WordsAsync(HttpResponseMessage response, int status, string words)
    {
        using (response)
        {
            var page = await response.Content.ReadAsStringAsync();
            Assert.Equal((status, "text/html; charset=utf-8", "no-store"), ((int)response.StatusCode, response.Header("Content-Type"), response.Header("Cache-Control")));
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains("<meta http-equiv=\"refresh\" content=\"15\">", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Team", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Event event-", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        }
    }
}
