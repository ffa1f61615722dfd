using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The elements of the import page, and the data that earlier clients stored.</summary>
internal static class ImportPage
{
    public const string Path = "/import/cup";

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task PasteAsync(this ViewedPage viewed, object export)
    {
        await viewed.Page.GetByLabel("Or paste it").FillAsync(export as string ?? JsonSerializer.Serialize(export));
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Read the text" }).ClickAsync();
    }

    public static async Task ImportAsync(this ViewedPage viewed)
    {
        await viewed.Page.Locator("#send").ClickAsync();
        await Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "What became of it" })).ToBeFocusedAsync();
    }

    /// <summary>Returns the rows of a table, by its name.</summary>
    public static ILocator Rows(this ViewedPage viewed, string table) => viewed.Page.Locator($"[aria-label=\"{table}\"] tbody tr");

    public static ILocator Found(this ViewedPage viewed) => viewed.Rows("Found, item by item");

    public static ILocator Results(this ViewedPage viewed) => viewed.Rows("Results, item by item");

    public static ILocator Faults(this ViewedPage viewed) => viewed.Page.Locator("#step-found").Locator("[aria-label=\"What can't be read\"] tbody tr");

    public static object Score(int matchId, int points, DateTimeOffset lastUpdated, string status = "in-progress") =>
        new { matchId, sets = new[] { new { team1Score = points, team2Score = 0 } }, lastUpdated, status };
}
