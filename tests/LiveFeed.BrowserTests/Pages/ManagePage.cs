using System.Text;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The organizer's page, for somebody who is signed in.</summary>
internal static class ManagePage
{
    public static async Task<ViewedPage> OpenAsync(Chromium chromium, LiveFeedServer server, string path, View? view = null, ApiUser? user = null)
    {
        var viewed = await ViewedPage.OpenAsync(chromium, server, path, view ?? new View());
        await viewed.SignInAsync(user?.Email ?? LiveFeedServer.AdminEmail, LiveFeedServer.Password);
        return viewed;
    }

    public static ILocator Tab(this ViewedPage viewed, string word) =>
        viewed.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new System.Text.RegularExpressions.Regex($"^{word}") });

    /// <summary>Opens a section and waits until it is shown.</summary>
    public static async Task<ILocator> SectionAsync(this ViewedPage viewed, string word)
    {
        await viewed.Tab(word).ClickAsync();
        var panel = viewed.Page.GetByRole(AriaRole.Tabpanel);
        await Expect(panel).ToHaveAttributeAsync("id", $"section-{word.ToLowerInvariant()}");
        return panel;
    }

    public static ILocator Button(this ILocator within, string name, bool exact = false) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public static ILocator Dialog(this ViewedPage viewed) => viewed.Page.GetByRole(AriaRole.Dialog);

    public static Task ChooseAsync(this ViewedPage viewed, string name, string content) => viewed.Page.Locator("input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(content) });

    /// <summary>Drops a file on the page's drop zone, as from a folder.</summary>
    public static async Task DropAsync(this ViewedPage viewed, string name, string content)
    {
        var transfer = await viewed.Page.EvaluateHandleAsync(
            """
            ([name, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([content], name));
              return transfer;
            }
            """,
            new[] { name, content });
        foreach (var step in new[] { "dragenter", "dragover", "drop" })
            await viewed.Page.Locator(".drop-zone").DispatchEventAsync(step, new { dataTransfer = transfer });
    }
}
