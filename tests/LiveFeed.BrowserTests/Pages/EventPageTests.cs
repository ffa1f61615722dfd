using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class EventPageTests(Chromium chromium)
{
    private const string Streams = "**/api/events/*/stream*";

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task Shows_a_score_as_it_is_posted(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", new View { Width = width, Scheme = scheme });
        await Expect(viewed.Connection).ToHaveTextAsync("Live");
        await Expect(viewed.Page).ToHaveTitleAsync("Event cup – LiveFeed");
        await Expect(viewed.Page.Locator("[data-match]")).ToHaveCountAsync(4);
        await Expect(viewed.Group("In play")).ToBeHiddenAsync();

        await admin.ClaimAsync("cup", 3);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 3, 17, 12));

        var row = viewed.Group("In play").Locator("[data-match='3']");
        await Expect(row.Locator(".side")).ToHaveTextAsync(["Team 5 17", "Team 6 12"], new() { UseInnerText = true });
        await Expect(row.Locator(".is-changed")).ToHaveTextAsync(["17", "12"]);
        await Expect(row).ToContainTextAsync("In play");
        await Expect(row).ToContainTextAsync("Court 1 · Two");
        await Expect(row).ToContainTextAsync("Scored by");
        await Expect(row.GetByRole(AriaRole.Link, new() { Name = "Team 5 against Team 6. 17 to 12. In play." })).ToBeVisibleAsync();

        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 3, 18, 12, "final"));
        var ended = viewed.Group("Finished").Locator("[data-match='3']");
        await Expect(ended.Locator(".is-winner")).ToContainTextAsync("Team 5 18", new() { UseInnerText = true });
        await Expect(ended).Not.ToContainTextAsync("Scored by");
        await Expect(viewed.Page.Locator("#result")).ToHaveTextAsync("Final: Team 5 against Team 6, 18 to 12");
        await Expect(viewed.Page.Locator(".is-changed")).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Goes_on_after_a_restart_and_says_when_it_is_cut_off()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await using var viewed = await OpenAsync(server);
        await Expect(viewed.Connection).ToHaveTextAsync("Live");

        await server.RestartAsync(whileDown: () => Expect(viewed.Connection).ToContainTextAsync("Reconnecting"));
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 4, 2));

        await Expect(viewed.Connection).ToHaveTextAsync("Live", new() { Timeout = 30_000 });
        await Expect(viewed.Match(1)).ToContainTextAsync("Team 1 4 Team 2 2", new() { UseInnerText = true });
    }

    [BrowserFact]
    public async Task Goes_on_by_polling_if_something_in_between_rejects_the_stream()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/");
        await viewed.Page.RouteAsync(Streams, route => route.FulfillAsync(new() { Status = 502 }));

        await viewed.Page.GotoAsync("/events/cup");
        await Expect(viewed.Connection).ToHaveTextAsync("Live, a little later than usual");
        await Expect(viewed.Match(1)).ToBeVisibleAsync();

        await viewed.Page.UnrouteAsync(Streams);
        await Expect(viewed.Connection).ToHaveTextAsync("Live", new() { Timeout = 30_000 });
    }

    [BrowserFact]
    public async Task Drops_a_match_that_leaves_the_schedule()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 3);
        await using var viewed = await OpenAsync(server);
        await Expect(viewed.Match(3)).ToBeVisibleAsync();

        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", TestSchedule.Of(2)));

        await Expect(viewed.Match(3)).ToHaveCountAsync(0);
        await Expect(viewed.Match(2)).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Says_that_an_archived_event_has_ended_and_keeps_its_scores()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 4, 2));
        await using var open = await OpenAsync(server);
        await Expect(open.Connection).ToHaveTextAsync("Live");

        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));

        await using var opened = await OpenAsync(server);
        foreach (var viewed in new[] { open, opened })
        {
            await Expect(viewed.Connection).ToHaveTextAsync("This event has ended. These scores are final.");
            await Expect(viewed.Match(1)).ToContainTextAsync("Team 1 4 Team 2 2", new() { UseInnerText = true });
            await viewed.AssertTidyAsync();
        }
    }

    [BrowserFact]
    public async Task Goes_live_again_at_the_button_when_an_event_is_reopened()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        await using var viewed = await OpenAsync(server);
        await Expect(viewed.Connection).ToContainTextAsync("has ended");

        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = false }));
        await viewed.Page.GetByText("Try again").ClickAsync();

        await Expect(viewed.Connection).ToHaveTextAsync("Live");
    }

    [BrowserFact]
    public async Task Says_that_an_event_was_removed()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await OpenAsync(server);
        await Expect(viewed.Connection).ToHaveTextAsync("Live");

        await Testing.Expect.SuccessAsync(await admin.DeleteAsync("/api/events/cup"));

        await Expect(viewed.Connection).ToHaveTextAsync("This event has ended: it was removed.");
    }

    [BrowserTheory]
    [InlineData("/events/none", "There is no event with this id.")]
    [InlineData("/events/%3Cb%3E", "There is no event with this id.")]
    [InlineData("/events/club", "This event is for its members: sign in to see it.")]
    public async Task Says_why_there_is_nothing_to_see(string path, string words)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("club", visibility: "members");

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, path);

        await Expect(viewed.Connection).ToHaveTextAsync(words);
    }

    [BrowserFact]
    public async Task Shows_names_as_text_whatever_is_in_them()
    {
        const string name = "<img src=x onerror=alert(1)>";
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name, sport = "generic" }));
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = new[] { new { id = 1, name } },
            courts = new[] { new { id = 1, name } },
            teams = new[] { new { id = 1, name } },
            matches = new[] { new { id = 1, divisionId = 1, courtId = 1, team1Id = 1, team2Label = name } },
        }));
        var scorer = await server.RegisterAsync(name);
        await admin.AddMemberAsync("cup", scorer.Id);
        await scorer.ClaimAsync("cup", 1);

        await using var viewed = await OpenAsync(server, ViewedPage.Phone);

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await Expect(viewed.Match(1)).ToContainTextAsync($"{name} · {name}");
        await Expect(viewed.Match(1).Locator(".team")).ToHaveTextAsync([name, name]);
        await Expect(viewed.Match(1)).ToContainTextAsync($"Scored by {name}");
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone, ColorScheme.Light)]
    [InlineData(ViewedPage.Phone, ColorScheme.Dark)]
    [InlineData(ViewedPage.Desk, ColorScheme.Light)]
    [InlineData(ViewedPage.Desk, ColorScheme.Dark)]
    public async Task Shuts_nobody_out(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: "volleyball");
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 4, 2));

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", new View { Width = width, Scheme = scheme });

        await Expect(viewed.Group("In play").Locator("[data-match='1']")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    private Task<ViewedPage> OpenAsync(LiveFeedServer server, int width = ViewedPage.Desk) =>
        ViewedPage.OpenAsync(chromium, server, "/events/cup", width);
}
