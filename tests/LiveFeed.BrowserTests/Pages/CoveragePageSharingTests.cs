using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>A coverage plan that is shared with others.</summary>
[Collection(InBrowser.Name)]
public sealed class CoveragePageSharingTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_shared_link_is_read_only_and_live(int width)
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await admin.ClaimAsync("cup", 2);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, $"{CoveragePage.Path}?matches=1,2", width);

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Shared plan");
        await viewed.ExpectChosenAsync(1, 2);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 2, 3, 9));

        await Expect(viewed.Chosen(2)).ToContainTextAsync("3–9");
        await Expect(viewed.Chosen(1)).ToContainTextAsync("by 30 minutes");
        await Expect(viewed.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Remove|Clear") })).ToHaveCountAsync(0);
        Assert.Equal(0, await viewed.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.includes('coverage')).length"));
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_shared_plan_can_be_added_to_ones_own()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, ViewedPage.Phone);
        await viewed.ChooseAsync(1, 2);

        await viewed.Page.GotoAsync($"{CoveragePage.Path}?matches=2,4");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Make it mine" }).ClickAsync();

        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, CoveragePage.Path).ToString());
        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("1 match was added to your plan.");
        await viewed.ExpectChosenAsync(1, 2, 4);
    }

    [BrowserFact]
    public async Task Made_ones_own_by_somebody_signed_in_it_is_in_the_account()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await Testing.Expect.SuccessAsync(await user.PutAsync(CoveragePage.Plans, new { selectedMatches = new[] { 3 } }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, $"{CoveragePage.Path}?matches=1,2");
        await viewed.SignInAsync(user);

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Make it mine" }).ClickAsync();

        await user.UntilStoredAsync(1, 2, 3);
        await viewed.ExpectChosenAsync(1, 2, 3);
    }

    [BrowserFact]
    public async Task A_link_to_something_that_is_not_there_is_reported()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, $"{CoveragePage.Path}?matches=1,<b>x</b>,99");

        await Expect(viewed.Notice()).ToHaveTextAsync(["Part of this link can't be read, and is left out: <b>x</b>", "1 match of this plan is not in the schedule."]);
        await viewed.ExpectChosenAsync(1);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_link_that_is_copied_shows_the_plan()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);
        await viewed.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await viewed.ChooseAsync(1, 3);

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("The link is copied.");
        var link = await viewed.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        await using var other = await ViewedPage.OpenAsync(chromium, server, link);
        await other.ExpectChosenAsync(1, 3);
    }

    [BrowserFact]
    public async Task A_link_that_can_neither_be_copied_nor_shown_asks_to_load_the_page_again()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);
        viewed.Expecting("ERR_FAILED");
        await viewed.Page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('Not allowed.')); }");
        await viewed.Page.RouteAsync("**/js/shared/copy-link.js", route => route.AbortAsync());
        await viewed.ChooseAsync(1);

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();

        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("Something went wrong on this page. Load it again.");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task The_calendar_file_is_what_calendars_read()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events", new { id = "cup", name = "Cup; of, \\ all", sport = "generic" }));
        await Testing.Expect.SuccessAsync(await admin.PutAsync("/api/events/cup/schedule", new
        {
            divisions = Array.Empty<object>(),
            courts = Array.Empty<object>(),
            teams = Array.Empty<object>(),
            matches = new[] { new { id = -7, team1Label = new string('é', 60), team2Label = "B", startsAt = "2026-07-04T10:00:00Z", endsAt = "2026-07-04T11:30:00Z" } },
        }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, $"{CoveragePage.Path}?matches=-7");
        await viewed.ExpectChosenAsync(-7);

        var file = await viewed.Page.RunAndWaitForDownloadAsync(() => viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Add to calendar" }).ClickAsync());
        var text = await File.ReadAllTextAsync((await file.PathAsync())!);

        Assert.Equal("cup.ics", file.SuggestedFilename);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        foreach (var line in new[] { "DTSTART:20260704T100000Z", "DTEND:20260704T113000Z", @"X-WR-CALNAME:Cup\; of\, \\ all", $"SUMMARY:{new string('é', 60)} – B", "BEGIN:VEVENT", "END:VCALENDAR" })
            Assert.Contains(line, unfolded);
        await viewed.AssertTidyAsync();
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
            matches = new[] { new { id = 1, divisionId = 1, courtId = 1, team1Id = 1, team2Label = name, startsAt = "2026-07-04T10:00:00Z" } },
        }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path);

        await viewed.ChooseAsync(1);

        await Expect(viewed.Chosen(1)).ToContainTextAsync($"{name} – {name}");
        await Expect(viewed.Block(1).Locator(".name")).ToHaveTextAsync([name, name]);
        await viewed.AssertTidyAsync();
    }
}
