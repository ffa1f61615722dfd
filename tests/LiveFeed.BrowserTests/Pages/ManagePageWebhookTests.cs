using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InBrowser.Name)]
public sealed class ManagePageWebhookTests(Chromium chromium)
{
    [BrowserFact]
    public async Task An_organizer_makes_a_webhook_and_sees_its_secret_once()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup", new View { Width = ViewedPage.Phone });
        var panel = await viewed.SectionAsync("Webhooks");
        await Expect(panel.GetByText("No webhooks")).ToBeVisibleAsync();

        await panel.Button("Add a webhook").ClickAsync();
        await viewed.Dialog().GetByLabel("Address").FillAsync("http://receiver.invalid/");
        viewed.Expecting("400");
        await viewed.Dialog().Button("Add a webhook").ClickAsync();
        await Expect(viewed.Dialog().GetByText("Give an address that begins with https://")).ToBeVisibleAsync();
        await viewed.Dialog().GetByLabel("Address").FillAsync("https://receiver.invalid/livefeed");
        await viewed.Dialog().GetByLabel("What is sent").SelectOptionAsync("scores");
        await viewed.Dialog().Button("Add a webhook").ClickAsync();
        await Expect(viewed.Dialog().GetByLabel("Secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        await viewed.AssertAccessibleAsync();
        await viewed.Page.Keyboard.PressAsync("Escape");

        await Expect(panel.Locator(".webhook")).ToContainTextAsync("https://receiver.invalid/livefeed");
        await Expect(panel.Locator(".webhook")).ToContainTextAsync("Sent: score-update.");
        await Expect(panel.Locator(".webhook .pill")).ToHaveTextAsync("Active");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_webhook_is_tested_paused_resumed_given_a_new_secret_and_deleted()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        await Testing.Expect.SuccessAsync(await admin.PostAsync("/api/events/cup/webhooks", new { url = "https://127.0.0.1:9/" }));
        await using var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup");
        var panel = await viewed.SectionAsync("Webhooks");

        await panel.Button("Test").ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync("It doesn't work. The address can't be reached. It has to be a public one, at which a server responds.");
        await panel.GetByText("Deliveries", new() { Exact = true }).ClickAsync();
        await Expect(panel.Locator(".deliveries .row")).ToHaveCountAsync(1);

        await panel.Button("Pause").ClickAsync();
        await Expect(panel.Locator(".webhook .pill")).ToHaveTextAsync("Paused");
        // What is open and focused stays, whatever is read anew.
        await Expect(panel.Locator(".deliveries .row")).ToHaveCountAsync(1);
        await Expect(panel.Button("Resume")).ToBeFocusedAsync();
        await panel.Button("Resume").ClickAsync();
        await Expect(panel.Locator(".webhook .pill")).ToHaveTextAsync("Active");

        await panel.Button("New secret").ClickAsync();
        await viewed.Dialog().Button("New secret").ClickAsync();
        await Expect(viewed.Dialog().GetByLabel("Secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        await viewed.Page.Keyboard.PressAsync("Escape");
        await Expect(viewed.Dialog()).ToHaveCountAsync(0);

        await panel.Button("Delete").ClickAsync();
        await viewed.Dialog().Button("Delete").ClickAsync();
        await Expect(panel.Locator(".webhook")).ToHaveCountAsync(0);
        await Expect(panel.GetByText("No webhooks")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }
}
