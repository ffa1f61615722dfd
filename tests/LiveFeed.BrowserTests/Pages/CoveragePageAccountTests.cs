using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>A coverage plan that is stored in an account.</summary>
[Collection(InBrowser.Name)]
public sealed class CoveragePageAccountTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_plan_is_saved_by_itself_and_seen_in_another_browser(int width)
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await using var one = await OpenAsync(server, user, width);

        await one.ChooseAsync(2, 3);
        await Expect(one.SaveState()).ToHaveTextAsync("Saved to your account.");
        await user.UntilStoredAsync(2, 3);

        await using var two = await OpenAsync(server, user, width);
        await two.ExpectChosenAsync(2, 3);
        await two.Page.ReloadAsync();
        await two.ExpectChosenAsync(2, 3);
        await Expect(two.Notice()).ToHaveCountAsync(0);
        await two.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task What_was_chosen_before_signing_in_is_offered_and_added()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await Testing.Expect.SuccessAsync(await user.PutAsync(CoveragePage.Plans, new { selectedMatches = new[] { 1, 2 } }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, ViewedPage.Phone);
        await viewed.ChooseAsync(2, 4);

        await viewed.SignInAsync(user);

        await Expect(viewed.Notice()).ToContainTextAsync("1 match was chosen on this device that isn't in your account's plan: Team 7 – Team 8.");
        await viewed.Notice().GetByRole(AriaRole.Button, new() { Name = "Add to my plan" }).ClickAsync();
        await Expect(viewed.Page.Locator(".toast")).ToHaveTextAsync("1 match was added to your plan.");
        await user.UntilStoredAsync(1, 2, 4);
        await viewed.Page.ReloadAsync();
        await viewed.ExpectChosenAsync(1, 2, 4);
        await Expect(viewed.Notice()).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Changes_of_another_device_are_kept_and_reported()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await using var viewed = await OpenAsync(server, user);
        await viewed.ChooseAsync(1, 2);
        await user.UntilStoredAsync(1, 2);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");
        viewed.Expecting("412");

        await Testing.Expect.SuccessAsync(await user.PutAsync(CoveragePage.Plans, new { selectedMatches = new[] { 1, 4 } }));
        await viewed.ChooseAsync(3);

        await Expect(viewed.Notice()).ToContainTextAsync("changed on another device: added Team 7 – Team 8; removed Team 3 – Team 4.");
        await user.UntilStoredAsync(1, 3, 4);
        await viewed.ExpectChosenAsync(1, 3, 4);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_choice_made_without_a_network_is_kept_and_saved_later()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await using var viewed = await OpenAsync(server, user);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");

        await viewed.SetOfflineAsync(true);
        await viewed.ChooseAsync(1);
        await Expect(viewed.SaveState()).ToContainTextAsync("Not saved yet: the server can't be reached.");
        await viewed.SetOfflineAsync(false);

        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");
        await user.UntilStoredAsync(1);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_choice_that_was_never_saved_is_saved_at_the_next_visit()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await using var viewed = await OpenAsync(server, user);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");
        await viewed.SetOfflineAsync(true);
        await viewed.ChooseAsync(4);
        await Expect(viewed.SaveState()).ToContainTextAsync("Not saved yet");
        await viewed.Page.CloseAsync();

        await viewed.Page.Context.SetOfflineAsync(false);
        await using var again = await viewed.AnotherTabAsync(CoveragePage.Path);

        await user.UntilStoredAsync(4);
        await again.ExpectChosenAsync(4);
    }

    [BrowserFact]
    public async Task A_rejection_is_shown_with_its_reason_and_a_way_to_try_again()
    {
        var (server, admin) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await using var viewed = await OpenAsync(server, user);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = true }));
        viewed.Expecting("409");

        await viewed.ChooseAsync(1);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Not saved: This event has ended and can't be changed any more.");

        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { archived = false }));
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Save again" }).ClickAsync();
        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");
        await user.UntilStoredAsync(1);
    }

    [BrowserFact]
    public async Task Who_signs_out_leaves_nothing_of_the_account_on_the_device()
    {
        var (server, _) = await CoveragePage.WithCupAsync();
        await using var running = server;
        var user = await server.RegisterAsync("Jo");
        await using var viewed = await OpenAsync(server, user);
        await viewed.ChooseAsync(1);
        await user.UntilStoredAsync(1);
        await Expect(viewed.SaveState()).ToHaveTextAsync("Saved to your account.");

        await viewed.Account.Locator("summary").ClickAsync();
        await viewed.Account.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await viewed.ExpectChosenAsync();
        Assert.Equal(0, await viewed.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.includes('coverage')).length"));
        await user.UntilStoredAsync(1);
        await viewed.AssertTidyAsync();
    }

    private async Task<ViewedPage> OpenAsync(LiveFeedServer server, ApiUser user, int width = ViewedPage.Desk)
    {
        var viewed = await ViewedPage.OpenAsync(chromium, server, CoveragePage.Path, width);
        await viewed.SignInAsync(user);
        return viewed;
    }
}
