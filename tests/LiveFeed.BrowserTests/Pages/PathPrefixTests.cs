using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Pages whose addresses are not known before they are opened below a path prefix.</summary>
[Collection(InBrowser.Name)]
public sealed class PathPrefixTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/swagger")]
    [InlineData("/scores/swagger")]
    public async Task Swagger_lists_every_operation_and_calls_it(string path)
    {
        await using var server = await LiveFeedServer.StartAsync("PathBase=/scores");
        await (await server.AdminAsync()).CreateEventAsync("cup");
        var document = System.Text.Json.JsonDocument.Parse(await server.Http.GetStringAsync("/openapi/v1.json")).RootElement;
        var operations = document.GetProperty("paths").EnumerateObject().Sum(item => item.Value.EnumerateObject().Count());
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, path);
        await Expect(viewed.Page.Locator(".opblock").First).ToBeVisibleAsync();
        // Of a list as long as this, only what is in sight is in the page.
        var listed = new HashSet<string>();
        await ScrollUntilAsync(async () =>
        {
            listed.UnionWith(await viewed.Page.Locator(".opblock").EvaluateAllAsync<string[]>("blocks => blocks.map(block => block.id)"));
            return listed.Count == operations;
        });

        var list = viewed.Page.Locator(".opblock-get").Filter(new() { Has = viewed.Page.Locator("[data-path='/api/events']") });
        await viewed.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await ScrollUntilAsync(() => list.IsVisibleAsync());
        await list.Locator(".opblock-summary").ClickAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Expect(list.Locator(".live-responses-table")).ToContainTextAsync("Event cup");
        await Expect(list.Locator(".request-url")).ToContainTextAsync(path.Replace("swagger", "api/events", StringComparison.Ordinal));

        Task ScrollUntilAsync(Func<Task<bool>> condition) => Eventually.TrueAsync(async () =>
        {
            if (await condition())
                return true;
            await viewed.Page.Mouse.WheelAsync(0, 500);
            return false;
        });
    }

    [BrowserFact]
    public async Task A_reader_stays_signed_in_over_a_reload()
    {
        await using var server = await LiveFeedServer.StartAsync("PathBase=/scores");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/scores/");
        await viewed.SignInAsync(await server.RegisterAsync("Jo Doe"));

        await viewed.Page.ReloadAsync();

        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Password and devices" }).ClickAsync();
        await Expect(viewed.Page.GetByText("This device")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }
}
