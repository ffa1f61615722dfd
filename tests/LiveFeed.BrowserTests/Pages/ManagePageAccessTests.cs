using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Nobody is shut out of any section.</summary>
[Collection(InBrowser.Name)]
public sealed class ManagePageAccessTests(Chromium chromium)
{
    private static readonly string[] Sections = ["Overview", "Schedule", "Results", "Members", "Claims", "Conflicts", "Settings"];

    public static TheoryData<int, ColorScheme> Views => new()
    {
        { ViewedPage.Phone, ColorScheme.Light }, { ViewedPage.Phone, ColorScheme.Dark }, { ViewedPage.Desk, ColorScheme.Light }, { ViewedPage.Desk, ColorScheme.Dark },
    };

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task No_section_shuts_anybody_out(int width, ColorScheme scheme)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await admin.ClaimAsync("cup", 1);
        await admin.ScoreAndClaimAnewAsync("cup", 1, 8, 4);
        await admin.PostAsync("/api/events/cup/scores", new { matchId = 1, sets = new[] { new { team1 = 9, team2 = 4 } }, status = "inProgress", occurredAt = TimeProvider.System.GetUtcNow().AddMinutes(-5) });
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = width, Scheme = scheme, ReducedMotion = true });
        foreach (var section in Sections)
        {
            var panel = await viewed.SectionAsync(section);
            await Expect(panel.Locator("h2:visible, h3:visible").First).ToBeVisibleAsync();
            await viewed.AssertAccessibleAsync();
            await viewed.AssertTidyAsync();
        }

        await viewed.SectionAsync("Schedule");
        await viewed.ChooseAsync("cup.csv", "id,team1,team2\n1,Aces,Kings\n");
        await Expect(viewed.Page.Locator(".preview .summary")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.ChooseAsync("cup.csv", "id,team1,team2,startsAt\n1,Aces,Kings,soon\n");
        await Expect(viewed.Page.Locator(".faults")).ToBeVisibleAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.SectionAsync("Members");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Add a member" }).ClickAsync();
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Sections_are_reached_by_keyboard_and_stay_in_the_address()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#claims");
        await Expect(viewed.Tab("Claims")).ToHaveAttributeAsync("aria-selected", "true");

        await viewed.Tab("Claims").FocusAsync();
        await viewed.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(viewed.Tab("Conflicts")).ToBeFocusedAsync();
        await viewed.Page.Keyboard.PressAsync("End");
        await Expect(viewed.Page).ToHaveURLAsync(new Uri(server.Address, "/manage/cup#settings").ToString());
        await viewed.Page.GoBackAsync();
        await Expect(viewed.Tab("Conflicts")).ToHaveAttributeAsync("aria-selected", "true");
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Signing_out_takes_everything_away()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await (await server.AdminAsync()).CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#members");
        await Expect(viewed.Page.GetByText("1 member", new() { Exact = true })).ToBeVisibleAsync();

        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to manage events" })).ToBeVisibleAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Tab)).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }
}
