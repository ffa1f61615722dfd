using System.Net;
using LiveFeed.Api.Pages.Plain;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure.Streaming.Feeds;
using LiveFeed.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Pages;

public sealed class PlainDisplayTests(ContractServer site) : IClassFixture<ContractServer>
{
    [Fact]
    public async Task Shows_the_match_in_play_and_asks_again_by_itself()
    {
        var id = await site.EventAsync(sport: "volleyball");
        await site.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await site.Media.PostAsync($"/api/events/{id}/scores", new
        {
            matchId = 2,
            sets = new[] { new { team1 = 25, team2 = 20 }, new { team1 = 7, team2 = 9 } },
            status = "inProgress",
        }));

        using var response = await site.Nobody.SendAsync("GET", $"/display/{id}?view=plain&court=1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Header("Content-Type"));
        Assert.Equal("public, max-age=1, stale-while-revalidate=0", response.Header("Cache-Control"));
        Assert.StartsWith("default-src 'none'", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"5\">", page, StringComparison.Ordinal);
        Assert.Equal(["Team 3", "1", "7", "Team 4", "0", "9"], Cells(page));
        Assert.Contains("<i>1</i> 25&ndash;20", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_minute_of_a_running_clock_and_counts_on_without_any_entry()
    {
        var id = await site.EventAsync(sport: "football");
        await site.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await site.Media.ScoreAsync(id, 2, 1, 0));
        await Expect.SuccessAsync(await site.Media.PutAsync($"/api/events/{id}/matches/2/clock", new { period = 1, state = "running", elapsedMs = 59_000 }));
        using var first = await site.Nobody.SendAsync("GET", $"/display/{id}?view=plain&court=1");
        var tag = first.Header("ETag")!;

        await Eventually.TrueAsync(async () => (await PageAsync(id, "&court=1")).Contains("First half 2", StringComparison.Ordinal));
        using var later = await site.Nobody.SendAsync("GET", $"/display/{id}?view=plain&court=1", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);

        await Expect.SuccessAsync(await site.Media.PutAsync($"/api/events/{id}/matches/2/clock", new { period = 1, state = "stopped", elapsedMs = 46 * 60_000 }));
        await Eventually.TrueAsync(async () => WebUtility.HtmlDecode(await PageAsync(id, "&court=1")).Contains("First half 45+2", StringComparison.Ordinal));
        // Half-time was never recorded.
        await Expect.SuccessAsync(await site.Media.PutAsync($"/api/events/{id}/matches/2/clock", new { period = 1, state = "stopped", elapsedMs = 67 * 60_000 }));
        await Eventually.TrueAsync(async () => (await PageAsync(id, "&court=1")).Contains("First half 68", StringComparison.Ordinal));
        await Expect.SuccessAsync(await site.Media.PutAsync($"/api/events/{id}/matches/2/clock", new { period = 2, state = "stopped", elapsedMs = 22 * 60_000 }));
        await Eventually.TrueAsync(async () => (await PageAsync(id, "&court=1")).Contains("Second half 68", StringComparison.Ordinal));

        await Expect.SuccessAsync(await site.Media.PutAsync($"/api/events/{id}/matches/2/clock", new { period = 1, state = "ended", elapsedMs = 46 * 60_000, correction = true }));
        await Eventually.TrueAsync(async () => (await PageAsync(id, "&court=1")).Contains("Half-time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_the_last_result_and_what_comes_next_when_a_match_is_over()
    {
        var id = await site.EventAsync();
        await site.Media.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await site.Media.ScoreAsync(id, 2, 3, 1, "final"));

        var page = await PageAsync(id, "&court=1");

        Assert.Contains("Last result", page, StringComparison.Ordinal);
        Assert.Contains("Sat 4 Jul, ", page, StringComparison.Ordinal);
        // Match 1 was planned before the matches that have been played, so it is not an upcoming match.
        Assert.Equal(["Team 5", "Team 6", "Team 3", "3", "Team 4", "1"], Cells(page));
    }

    [Fact]
    public async Task Shows_the_last_result_and_the_next_match_in_the_order_of_play_whatever_was_corrected_later()
    {
        var id = await site.EventAsync();
        foreach (var match in new[] { 1, 3, 1 })
        {
            await site.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await site.Media.ScoreAsync(id, match, 3, 1, "final"));
        }

        Assert.Equal(["Team 7", "Team 8", "Team 5", "3", "Team 6", "1"], Cells(await PageAsync(id, "&court=1")));
    }

    [Fact]
    public async Task A_match_that_was_left_open_is_over_once_a_later_one_is_unless_somebody_keeps_its_score()
    {
        var id = await site.EventAsync();
        await site.Media.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await site.Media.ScoreAsync(id, 1, 24, 23));
        await site.Coach.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await site.Coach.ScoreAsync(id, 2, 3, 1, "final"));
        Assert.Equal(["Team 1", "24", "Team 2", "23"], Cells(await PageAsync(id, "&court=1")));

        await Expect.SuccessAsync(await site.Media.DeleteAsync($"/api/events/{id}/claims/1"));

        Assert.Equal(["Team 5", "Team 6", "Team 3", "3", "Team 4", "1"], Cells(await PageAsync(id, "&court=1")));
    }

    [Fact]
    public async Task Shows_both_of_two_matches_in_play_on_one_court()
    {
        var id = await site.EventAsync();
        foreach (var match in new[] { 3, 1 })
        {
            await site.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await site.Media.ScoreAsync(id, match, match, 0));
        }

        Assert.Equal(["Team 1", "1", "Team 2", "0", "Team 5", "3", "Team 6", "0"], Cells(await PageAsync(id, "&court=1")));
    }

    [Theory]
    [InlineData("&court=9", "No match is planned on this court.")]
    [InlineData("", "href=\"?view=plain&amp;court=1\"")]
    [InlineData("", "href=\"?view=plain&amp;court=all\"")]
    [InlineData("&court=all&theme=light", "<body class=\"light\">")]
    public async Task Says_what_there_is_to_choose_and_what_is_not_there(string query, string words) =>
        Assert.Contains(words, await PageAsync(await site.EventAsync(), query), StringComparison.Ordinal);

    [Fact]
    public async Task Shows_the_events_name_before_there_is_a_schedule()
    {
        var id = site.NewId();
        await Expect.SuccessAsync(await site.Admin.PostAsync("/api/events", new { id, name = "Spring Open", sport = "tennis" }));
        foreach (var query in new[] { "", "&court=1", "&court=all" })
            Assert.Contains("<h1>Spring Open</h1>", await PageAsync(id, query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_stay_text_whatever_is_in_them()
    {
        const string name = "<script>alert(1)</script>\"'&";
        var id = site.NewId();
        await Expect.SuccessAsync(await site.Admin.PostAsync("/api/events", new { id, name, sport = "generic" }));
        await Expect.SuccessAsync(await site.Admin.PutAsync($"/api/events/{id}/schedule", new
        {
            courts = new[] { new { id = 1, name } },
            teams = new[] { new { id = 1, name } },
            matches = new object[]
            {
                new { id = 1, courtId = 1, team1Id = 1, team2Label = name, startsAt = "2026-07-04T10:00:00Z" },
                new { id = 2, courtId = 1, team1Id = 1, team2Label = name, startsAt = "2026-07-04T11:00:00Z" },
            },
        }));
        await site.Admin.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await site.Admin.ScoreAsync(id, 1, 3, 1, "final"));

        foreach (var query in new[] { "", "&court=1", "&court=all" })
        {
            var page = await PageAsync(id, query);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"'&", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Costs_a_304_until_the_feed_grows()
    {
        var id = await site.EventAsync();
        var path = $"/display/{id}?view=plain&court=1";
        using var first = await site.Nobody.SendAsync("GET", path);
        var etag = first.Header("ETag")!;

        using var again = await site.Nobody.SendAsync("GET", path, null, ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(etag, again.Header("ETag"));
        Assert.Equal("public, max-age=1, stale-while-revalidate=0", again.Header("Cache-Control"));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        using var other = await site.Nobody.SendAsync("GET", $"/display/{id}?view=plain&court=2", null, ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        await site.Media.ClaimAsync(id, 1);
        using var changed = await site.Nobody.SendAsync("GET", path, null, ("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Header("ETag"));
    }

    [Fact]
    public async Task Reads_the_event_once_however_many_addresses_are_asked_for()
    {
        var id = await site.EventAsync();
        var first = await PageAsync(id, "&court=1");
        var before = await PagesAsync(id);

        var unknown = await PageAsync(id, "&court=1,100");
        for (var court = 101; court < 200; court++)
            Assert.Equal(unknown, await PageAsync(id, $"&court={court},1,{-court}"));
        Assert.Equal(first, await PageAsync(id, "&court=1,1&x=1"));

        var after = await PagesAsync(id);
        Assert.Same(before, after);
        Assert.Equal(2, after.Kept);
        Assert.Contains("Team 1", unknown, StringComparison.Ordinal);
        Assert.Contains("No match is planned on this court.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_no_more_pages_than_there_is_room_for()
    {
        var id = site.NewId();
        await Expect.SuccessAsync(await site.Admin.PostAsync("/api/events", new { id, name = "Spring Open", sport = "tennis" }));
        var courts = Enumerable.Range(1, PlainPages.MostKept + 5).ToList();
        await Expect.SuccessAsync(await site.Admin.PutAsync($"/api/events/{id}/schedule", new
        {
            courts = courts.Select(court => new { id = court, name = $"Court {court}" }),
            matches = courts.Select(court => new { id = court, courtId = court, team1Label = $"Left {court}.", team2Label = "Right" }),
        }));

        foreach (var court in courts)
            Assert.Contains($"Left {court}.", await PageAsync(id, $"&court={court}"), StringComparison.Ordinal);

        Assert.Equal(PlainPages.MostKept, (await PagesAsync(id)).Kept);
    }

    [Fact]
    public async Task The_same_courts_are_the_same_page_in_any_order()
    {
        var path = $"/display/{await site.EventAsync()}?view=plain&court=";
        using var one = await site.Nobody.SendAsync("GET", path + "2,1");
        using var other = await site.Nobody.SendAsync("GET", path + "1,2,1", null, ("If-None-Match", one.Header("ETag")!));
        Assert.Equal(HttpStatusCode.NotModified, other.StatusCode);
    }

    [Fact]
    public async Task Responds_to_HEAD_as_to_GET_without_a_body()
    {
        var path = $"/display/{await site.EventAsync()}?view=plain&court=1";
        using var whole = await site.Nobody.SendAsync("GET", path);
        using var head = await site.Nobody.SendAsync("HEAD", path);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Header("ETag"), head.Header("ETag"));
        Assert.Equal(whole.Header("Content-Type"), head.Header("Content-Type"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> PageAsync(string id, string query) => await site.Nobody.GetStringAsync($"/display/{id}?view=plain{query}");

    /// <summary>Returns the cached pages of an event. Fails if there are none.</summary>
    private async Task<PlainPages> PagesAsync(string id)
    {
        var feed = await site.Server.Services.GetRequiredService<FeedRegistry>().FindAsync(Topics.ForEvent(EventId.From(id)), CancellationToken.None);
        return (await feed!.GetValueAsync<PlainPages>(() => throw new InvalidOperationException("Nothing was kept."), CancellationToken.None)).Value;
    }

    /// <summary>Returns the texts of names and numbers, in the order of the page.</summary>
    private static List<string> Cells(string page) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(page, "class=\"(?:name[^\"]*|sets|points)\"[^>]*>(?:<span>)?([^<]*)<").Select(match => match.Groups[1].Value),
    ];
}
