using LiveFeed.BrowserTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>What spectators see of outcomes, deciders, tie-breaks and statuses.</summary>
[Collection(InBrowser.Name)]
public sealed class OutcomesShownTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("tennis", """{"matchId":1,"sets":[{"team1":6,"team2":3},{"team1":2,"team2":0}],"outcome":{"kind":"retired","winner":2}}""", "Final, ret.", "Team 2 won: Team 1 retired.")]
    [InlineData("tennis", """{"matchId":1,"outcome":{"kind":"walkover","winner":1,"note":"Flu."}}""", "Final, w/o", "Team 1 won by walkover: Team 2 couldn't play. Flu.")]
    [InlineData("football", """{"matchId":1,"sets":[{"team1":1,"team2":1}],"status":"final","decider":{"kind":"shootOut","team1":4,"team2":3}}""", "Final", "1 to 1, Penalties: 4 to 3")]
    [InlineData("tennis", """{"matchId":1,"sets":[{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}}],"status":"inProgress"}""", "Set 1", "Set 1: 7 to 6, tie-break 7 to 4")]
    [InlineData("tennis", """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress","points":{"team1":"40","team2":"AD"},"server":2}""", "Set 1", "Running game: advantage Team 2, Team 2 serves")]
    [InlineData("tennis", """{"matchId":1,"sets":[{"team1":6,"team2":6}],"status":"inProgress","points":{"team1":"6","team2":"5"},"server":1}""", "Set 1", "Set 1: 6 to 6, Tie-break: 6 to 5, Team 1 serves")]
    [InlineData("badminton", """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"inProgress"}""", "Game 1", "Games won 0 to 0, Game 1: 1 to 0")]
    [InlineData("volleyball", """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"suspended"}""", "Suspended", "Set 1: 1 to 0")]
    [InlineData("volleyball", """{"matchId":1,"sets":[{"team1":1,"team2":0}],"status":"abandoned"}""", "Abandoned", "Set 1: 1 to 0")]
    [InlineData("volleyball", """{"matchId":1,"sets":[],"status":"postponed"}""", "Postponed", "Team 1 against Team 2")]
    public async Task The_list_says_how_a_match_stands(string sport, string score, string state, string spoken)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, sport);
        await PostAsync(admin, score);
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", ViewedPage.Phone);

        await Expect(viewed.Match(1).Locator(".when-main")).ToHaveTextAsync(state);
        await Expect(viewed.Match(1).Locator(".match-link")).ToContainTextAsync(spoken);
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task A_match_s_page_says_who_won_and_why_and_marks_the_winner(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "tennis");
        await PostAsync(admin, """{"matchId":1,"sets":[{"team1":7,"team2":6,"tieBreak":{"team1":7,"team2":4}},{"team1":2,"team2":0}],"outcome":{"kind":"retired","winner":2,"note":"Ankle."}}""");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup?match=1", width);
        var match = viewed.Page.Locator("#match");

        await Expect(match.Locator(".versus-outcome")).ToHaveTextAsync("Team 2 won: Team 1 retired. Ankle.");
        await Expect(match.Locator(".sets tbody tr").Nth(1)).ToHaveTextAsync("Team 26(4)0");
        await Expect(match.Locator("th.is-winner")).ToHaveTextAsync("Team 2");
        await match.GetByText("Every update").ClickAsync();
        await Expect(match.Locator(".course tbody tr").First).ToContainTextAsync("7–6(4)  2–0 ret.");
        await viewed.AssertTidyAsync();
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task The_list_and_the_open_match_show_the_running_game_and_who_serves(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await CupAsync(server, "tennis");
        await Testing.Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { format = "tennis-best-of-5" }));
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/cup", width);
        await PostAsync(admin, """
            {"matchId":1,"sets":[{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":5,"team2":5}],"status":"inProgress","points":{"team1":"40","team2":"AD"},"server":2}
            """);
        var row = viewed.Match(1);

        await Expect(row.Locator(".is-game")).ToHaveTextAsync(["40", "AD"]);
        await Expect(row.Locator(".side.is-serving .team")).ToHaveTextAsync("Team 2");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();
        await row.ClickAsync();
        await Expect(viewed.Page.Locator("#match .is-serving .team")).ToHaveTextAsync("Team 2");
        await Expect(viewed.Page.Locator("#match .versus-outcome")).ToHaveTextAsync("Running game: advantage Team 2 · Team 2 serves");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        await PostAsync(admin, """
            {"matchId":1,"sets":[{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":6,"team2":6}],"status":"inProgress","points":{"team1":"0","team2":"1"},"server":1}
            """);
        await Expect(viewed.Page.Locator("#match .versus-outcome")).ToHaveTextAsync("Tie-break: 0–1 · Team 1 serves");
        await PostAsync(admin, """
            {"matchId":1,"sets":[{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":6,"team2":4},{"team1":4,"team2":6},{"team1":6,"team2":6}],"status":"inProgress","points":{"team1":"1","team2":"1"},"server":1}
            """);
        await viewed.Page.GetByText("Every update").ClickAsync();
        await Expect(viewed.Page.Locator(".course tbody tr").First.Locator("td").Last).ToHaveTextAsync("1–1");
    }

    [BrowserFact]
    public async Task A_second_period_of_before_is_shown_as_penalties()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/");

        var shown = await viewed.Page.EvaluateAsync<string>(
            """
            async () => {
              const { columnsOf } = await import("/js/shared/score-columns.js");
              const { presets } = await (await fetch("/api/formats")).json();
              const event = { sport: "football", format: presets.find(({ name }) => name === "football").format };
              const score = { sets: [{ team1: 1, team2: 1 }, { team1: 3, team2: 4 }], setsWon: { team1: 0, team2: 1 }, status: "final" };
              return columnsOf(score, event).map(({ title, values }) => `${title} ${values.join("-")}`).join(", ");
            }
            """);

        Assert.Equal("Goals 1-1, Penalties 3-4", shown);
    }

    [BrowserTheory]
    [InlineData("""{"matchId":1,"sets":[{"team1":6,"team2":3},{"team1":2,"team2":0}],"outcome":{"kind":"retired","winner":2}}""", "Last result", "ret.", "1", "0")]
    [InlineData("""{"matchId":1,"outcome":{"kind":"walkover","winner":1}}""", "Last result", "w/o", "–", "–")]
    [InlineData("""{"matchId":1,"sets":[{"team1":2,"team2":1}],"status":"suspended","points":{"team1":"15","team2":"30"},"server":1}""", "Suspended", "Game 15–30", "2", "1", "1")]
    [InlineData("""{"matchId":1,"sets":[{"team1":6,"team2":6}],"status":"inProgress","points":{"team1":"3","team2":"4"},"server":2}""", "In play", "Tie-break 3–4", "6", "6", "2")]
    public async Task A_display_says_it_with_JavaScript_and_without(string score, string state, string more, string points1, string points2, string serves = "")
    {
        await using var server = await LiveFeedServer.StartAsync();
        var admin = await DisplayedCup.MakeAsync(server, "tennis");
        await admin.ClaimAsync("cup", 1);
        await PostAsync(admin, score);

        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/display/cup?court=1");
        await Expect(viewed.Page.Locator(".strip")).ToContainTextAsync(state);
        await Expect(viewed.Page.Locator(".strip")).ToContainTextAsync(more);
        await Expect(viewed.Page.Locator(".points")).ToHaveTextAsync([points1, points2]);
        string[] serving = serves == "1" ? ["Gulls serves"] : serves == "2" ? ["Herons serves"] : [];
        await Expect(viewed.Page.Locator(".is-serving .name")).ToHaveTextAsync(serving);
        await viewed.AssertTidyAsync();

        await using var plain = await ViewedPage.OpenAsync(chromium, server, "/display/cup?court=1", new View { JavaScript = false });
        await Expect(plain.Page.Locator("tr.foot").Last).ToContainTextAsync(state);
        await Expect(plain.Page.Locator("tr.foot").Last).ToContainTextAsync(more);
        await Expect(plain.Page.Locator("tr.team .points")).ToHaveTextAsync([points1, points2]);
        await Expect(plain.Page.Locator("tr.team .name:has(.serves)")).ToHaveTextAsync(serving);
    }

    [BrowserFact]
    public async Task An_event_of_a_server_without_formats_is_completed_once()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await CupAsync(server, "tennis");
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/");

        var (before, after, told) = Parts(await viewed.Page.EvaluateAsync<string>(
            """
            async () => {
              const { FeedState } = await import("/js/client/feed-state.js");
              const { EventFormat } = await import("/js/client/event-format.js");
              const state = new FeedState();
              const format = new EventFormat({ address: new URL("/api/events/cup", location).href, session: { user: null } });
              const old = { type: "event-update", key: "event", version: 1, sport: "tennis" };
              state.apply({ snapshot: true, entries: [old] });
              const before = `${state.event.format}`;
              let told = 0;
              await new Promise(done => format.complete(state, () => { told++; done(); }));
              // A later snapshot has the same entry, and needs no other request.
              state.apply({ snapshot: true, entries: [old] });
              format.complete(state, () => told++);
              return `${before} ${state.event.format.preset} ${told}`;
            }
            """));

        Assert.Equal(("undefined", "tennis", "1"), (before, after, told));

        static (string, string, string) Parts(string text) => text.Split(' ') is [var one, var two, var three] ? (one, two, three) : (text, "", "");
    }

    [BrowserFact]
    public async Task The_format_of_such_an_event_is_asked_for_again_after_pauses_and_not_at_every_batch()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await ViewedPage.OpenAsync(chromium, server, "/events/");

        var seen = await viewed.Page.EvaluateAsync<string>(
            """
            async () => {
              const { FeedState } = await import("/js/client/feed-state.js");
              const { EventFormat } = await import("/js/client/event-format.js");
              const state = new FeedState();
              const format = new EventFormat({ address: "/event", session: { user: null } });
              state.apply({ snapshot: true, entries: [{ type: "event-update", key: "event", version: 1, sport: "tennis" }] });
              let requests = 0;
              const waiting = [];
              window.fetch = async () => (++requests > 1 ? Response.json({ version: 1, format: { preset: "tennis" } }) : new Response("", { status: 502 }));
              window.setTimeout = (work, time) => waiting.push({ work, time });
              const turn = () => new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
              let added = 0;
              for (let batch = 0; batch < 20; batch++) {
                format.complete(state, () => added++);
                await turn();
              }
              const before = requests;
              const pauses = waiting.filter(({ time }) => time >= 500 && time <= 1_000);
              for (const { work } of pauses) work();
              while (pauses.length > 0 && !added) await turn();
              return `${before} ${requests} ${added} ${state.event.format?.preset}`;
            }
            """);

        Assert.Equal("1 2 1 tennis", seen);
    }

    private static async Task<ApiUser> CupAsync(LiveFeedServer server, string sport)
    {
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", sport: sport);
        await admin.ClaimAsync("cup", 1);
        return admin;
    }

    private static async Task PostAsync(ApiUser admin, string score) =>
        await Testing.Expect.SuccessAsync(await admin.PostJsonAsync("/api/events/cup/scores", score));
}
