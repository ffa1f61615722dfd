using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The elements of the coverage page. Of the cup's matches, 1 and 2, 2 and 3, and so on, overlap by 30 minutes.</summary>
internal static class CoveragePage
{
    public const string Path = "/coverage/cup";
    public const string Plans = "/api/events/cup/coverage-plans";

    public static async Task<(LiveFeedServer Server, ApiUser Admin)> WithCupAsync()
    {
        var server = await LiveFeedServer.StartAsync();
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup");
        return (server, admin);
    }

    /// <summary>Returns the check box of a match.</summary>
    public static ILocator Choice(this ViewedPage viewed, int match) => viewed.Page.Locator($"[data-choice='{match}'] input");

    /// <summary>Returns a chosen match in the list.</summary>
    public static ILocator Chosen(this ViewedPage viewed, int match) => viewed.Page.Locator($"[data-agenda='{match}']");

    /// <summary>Returns a chosen match on the timeline.</summary>
    public static ILocator Block(this ViewedPage viewed, int match) => viewed.Page.Locator($"[data-block='{match}']");

    public static ILocator SaveState(this ViewedPage viewed) => viewed.Page.Locator("#save-words");

    public static ILocator Notice(this ViewedPage viewed) => viewed.Page.Locator("#notices .notice");

    /// <summary>Switches to the matches or the plan. A phone shows one of them; other screens show both.</summary>
    public static async Task ViewAsync(this ViewedPage viewed, string name)
    {
        var button = viewed.Page.Locator(".views").GetByRole(AriaRole.Button, new() { Name = name });
        if (await button.IsVisibleAsync())
            await button.ClickAsync();
    }

    public static async Task ChooseAsync(this ViewedPage viewed, params int[] matches)
    {
        await viewed.ViewAsync("Matches");
        foreach (var match in matches)
            await viewed.Choice(match).CheckAsync();
    }

    public static async Task ExpectChosenAsync(this ViewedPage viewed, params int[] matches)
    {
        await Expect(viewed.Page.Locator("[data-agenda]")).ToHaveCountAsync(matches.Length);
        foreach (var match in matches)
            await Expect(viewed.Chosen(match)).ToHaveCountAsync(1);
    }

    public static async Task UntilStoredAsync(this ApiUser user, params int[] matches) => await Eventually.TrueAsync(
        async () => matches.SequenceEqual((await user.GetAsync(Plans)).GetProperty("selectedMatches").EnumerateArray().Select(id => id.GetInt32())),
        "The plan was never stored.");
}
