using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageUserTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Who_signs_out_leaves_nothing_of_the_event_behind()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await Eventually.TrueAsync(async () => await KnownAsync(keeper.Viewed) == 1, "The event was not kept.");
        await olga.ClaimAsync("cup", 2);
        // This change still waits to be stored when the user leaves.
        await Testing.Expect.SuccessAsync(await olga.ScoreAsync("cup", 2, 9, 0));
        await Expect(keeper.Viewed.Match(2)).ToContainTextAsync("9");

        await keeper.Viewed.SignOutAsync();

        await ExpectSignInAsync(keeper.Viewed);
        await Eventually.TrueAsync(async () => await KnownAsync(keeper.Viewed) == 0, "The event is still kept.");
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_signs_out_on_another_page_leaves_nothing_to_the_next_who_opens_this_one(bool isSomebody)
    {
        var (server, olga, jo) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.OpenAsync(chromium, server, olga);
        await Eventually.TrueAsync(async () => await KnownAsync(keeper.Viewed) == 1, "The event was not kept.");
        await keeper.Page.GotoAsync("/events/cup");
        await keeper.Viewed.SignOutAsync();
        if (isSomebody)
            await keeper.Viewed.SignInAsync(jo);
        Assert.Equal(1, await KnownAsync(keeper.Viewed));

        await keeper.Page.GotoAsync("/score/");

        if (isSomebody)
            await Expect(keeper.Page.Locator("#events .row")).ToHaveCountAsync(1);
        else
            await ExpectSignInAsync(keeper.Viewed);
        Assert.Equal(0, await KnownAsync(keeper.Viewed, olga));
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task An_event_that_is_still_opening_ends_with_the_sign_out()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, ScorekeeperPage.Path, ViewedPage.Phone);
        await ExpectSignInAsync(viewed);
        // The device is slow to read what it has stored of the event.
        await viewed.Page.EvaluateAsync(
            """
            async () => {
              const database = await new Promise((resolve) => { indexedDB.open("livefeed:known /").onsuccess = ({ target }) => resolve(target.result); });
              const objects = database.transaction("known", "readwrite").objectStore("known");
              let isSlow = true;
              window.hurry = () => { isSlow = false; };
              const again = () => { if (isSlow) objects.get("nothing").onsuccess = again; };
              again();
            }
            """);
        await viewed.SignInAsync(olga);
        await viewed.SignOutAsync();
        await viewed.Page.EvaluateAsync("() => hurry()");
        await viewed.SignInAsync(olga);
        await Expect(viewed.Match(1)).ToBeVisibleAsync();

        // One feed is followed: that of the view that is open now.
        Assert.Equal(1, await viewed.Page.EvaluateAsync<int>(
            "async () => { const { held, pending } = await navigator.locks.query(); return [...held, ...pending].filter(({ name }) => name.includes('api/events/cup')).length; }"));
        await viewed.AssertTidyAsync();
    }

    private static Task ExpectSignInAsync(ViewedPage viewed) =>
        Expect(viewed.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to keep score" })).ToBeVisibleAsync();

    /// <summary>Returns how much the device has stored of what the page has shown; for one user only, if one is given.</summary>
    private static Task<int> KnownAsync(ViewedPage viewed, ApiUser? user = null) => viewed.Page.EvaluateAsync<int>(
        """
        async (userId) => {
          const told = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = reject; });
          const database = await told(indexedDB.open("livefeed:known /"));
          const known = await told(database.transaction("known").objectStore("known").getAll());
          database.close();
          return known.filter((one) => userId === null || one.userId === userId).length;
        }
        """, user?.Id);
}
