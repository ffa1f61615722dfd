using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>The device's storage is slow, as on a phone that has little space left or has just been started.</summary>
[Collection(InAnotherBrowser.Name)]
public sealed class ScorePageStorageTests(Chromium chromium)
{
    /// <summary>Makes the outbox wait while it opens, until <c>finishOpening</c> is called.</summary>
    private const string OpensWhenAllowed =
        """
        const opening = new Promise((resolve) => (window.finishOpening = resolve));
        const { getAll } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.getAll = function () {
          const slow = {};
          getAll.call(this).onsuccess = async ({ target: { result } }) => {
            await opening;
            slow.result = result;
            slow.onsuccess();
          };
          return slow;
        };
        """;

    [BrowserFact]
    public async Task A_tap_while_the_outbox_is_still_opening_is_sent_too()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.TapAsync(1);
        await keeper.ExpectSentAsync();
        await keeper.Page.AddInitScriptAsync(OpensWhenAllowed);
        await keeper.Page.ReloadAsync();
        await keeper.ExpectPointsAsync(1, 0);

        await keeper.Half(1).ClickAsync();
        await keeper.ExpectPointsAsync(2, 0);
        await keeper.Page.EvaluateAsync("() => finishOpening()");

        await keeper.ExpectSentAsync();
        await Expect(keeper.Page.Locator("#notes")).Not.ToContainTextAsync("couldn't be written");
        Assert.Equal(["1-0", "2-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_clock_that_is_started_while_the_outbox_is_still_opening_runs()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync("football", null);
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        await keeper.Page.AddInitScriptAsync(OpensWhenAllowed);
        await keeper.Page.ReloadAsync();
        await Expect(keeper.Half(1)).ToBeVisibleAsync();

        await keeper.Page.Locator("#clock-go").ClickAsync();
        await keeper.Page.EvaluateAsync("() => finishOpening()");

        await Eventually.TrueAsync(
            async () => (await server.Http.GetStringAsync("/api/events/cup/feed")).Contains("\"key\":\"clock/1\"", StringComparison.Ordinal), "The clock was not sent.");
        await Expect(keeper.Page.Locator("#notes")).Not.ToContainTextAsync("couldn't be written");
        await keeper.Viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_tap_is_not_said_to_be_kept_before_it_is_stored_and_until_then_the_browser_asks_before_the_page_closes()
    {
        var (server, olga, _) = await ScorekeeperPage.CupAsync();
        await using var stopping = server;
        await using var keeper = await ScorekeeperPage.KeepingAsync(chromium, server, olga);
        keeper.Viewed.Expecting("dialog: ");
        var asked = new TaskCompletionSource<string>();
        keeper.Page.Dialog += (_, dialog) => asked.TrySetResult(dialog.Type);
        await keeper.Page.EvaluateAsync(
            """
            () => {
              const { add } = IDBObjectStore.prototype;
              IDBObjectStore.prototype.add = function (item) {
                const slow = {};
                // A transaction lasts as long as requests follow each other.
                const wait = () => {
                  if (!window.isFast) return void (this.count().onsuccess = wait);
                  add.call(this, item).onsuccess = ({ target: { result } }) => {
                    slow.result = result;
                    slow.onsuccess();
                  };
                };
                wait();
                return slow;
              };
            }
            """);
        await keeper.Viewed.SetOfflineAsync(true);

        await keeper.Half(1).ClickAsync();
        await keeper.ExpectPointsAsync(1, 0);
        await keeper.ExpectSyncAsync("No network: storing 1");
        await keeper.Page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));

        await keeper.Page.EvaluateAsync("() => { window.isFast = true; }");
        await keeper.ExpectSyncAsync("No network: 1 kept here");
        await keeper.Viewed.SetOfflineAsync(false);
        await keeper.ExpectSentAsync();
        Assert.Equal(["1-0"], (IEnumerable<string>)await keeper.HistoryAsync());
        await keeper.Viewed.AssertTidyAsync();
    }
}
