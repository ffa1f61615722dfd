using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.BrowserTests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Schedules from files: shown first, then applied.</summary>
[Collection(InBrowser.Name)]
public sealed class ManagePageScheduleTests(Chromium chromium)
{
    private const string WorldCup = "worldcup-2022.json";

    private static readonly (string Path, int Matches, string Amount) TreeCup =
        (FootballFiles.PathOf(FootballFiles.Cup), 16, "16 matches, 8 teams, 5 divisions, 2 courts");

    private const string Csv =
        """
        id,division,court,team1,team2,startsAt,endsAt
        1,Women,Court 1,Blue,Red,2026-07-04T10:00:00Z,2026-07-04T11:00:00Z
        2,Women,Court 2,Green,White,2026-07-04T10:00:00Z,
        3,Men,Court 2,Rovers,United,2026-07-04T12:00:00Z,
        """;

    [BrowserFact]
    public Task A_tournament_comes_in_by_the_file_chooser_of_a_phone() => BringInAsync(ViewedPage.Phone, ManagePage.ChooseAsync, TreeCup);

    [BrowserFact]
    public Task A_tournament_comes_in_by_drop() => BringInAsync(ViewedPage.Desk, ManagePage.DropAsync, TreeCup);

    [BrowserDataFact(WorldCup)]
    public Task The_World_Cup_comes_in_by_drop() =>
        BringInAsync(ViewedPage.Desk, ManagePage.DropAsync, (DataFactAttribute.PathOf(WorldCup), 64, "64 matches, 32 teams, 13 divisions, 8 courts"));

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task Errors_are_reported_by_line_and_nothing_is_applied(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server, width);
        var before = await server.Http.GetStringAsync("/api/events/cup/schedule");

        await viewed.ChooseAsync("bad.csv", Csv.Replace("2,Women", "twenty-second match of,Women").Replace("2026-07-04T12:00:00Z", "noon"));

        await Expect(viewed.Page.Locator(".faults tbody th")).ToHaveTextAsync(["3, id", "4, startsAt"]);
        await Expect(viewed.Page.Locator(".faults tbody td")).ToContainTextAsync(["id has at most 20 characters", "startsAt must be a date and time"]);
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" })).ToHaveCountAsync(0);
        Assert.Equal(before, await server.Http.GetStringAsync("/api/events/cup/schedule"));

        // The same file, corrected.
        await viewed.ChooseAsync("bad.csv", Csv);
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" })).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_spreadsheet_s_dates_are_asked_about_once_and_what_was_guessed_is_shown()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server);

        await viewed.ChooseAsync("liste.csv", "Nr;Heim;Gast;Beginn;Trikot\n1;Blau;Rot;04/05/2026 10:00;gelb\n2;Sieger Spiel 1;Rot;05/05/2026 10:00;gelb\n");
        await Expect(viewed.Page.Locator(".faults tbody td")).ToContainTextAsync(["04/05/2026 can be 4 May 2026 or 5 April 2026"]);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "The day comes first" }).ClickAsync();

        await Expect(viewed.Page.Locator(".preview")).ToContainTextAsync("Times without a zone are read in UTC.");
        await Expect(viewed.Page.Locator(".preview")).ToContainTextAsync("Columns that are not read: Trikot.");
        await Expect(viewed.Page.Locator(".preview")).ToContainTextAsync("Read as placeholders, and not as teams: \"Sieger Spiel 1\".");
        await viewed.Page.GetByText("How the columns are read").ClickAsync();
        await Expect(viewed.Page.GetByLabel("Heim")).ToHaveValueAsync("team1");
        await Expect(viewed.Page.GetByLabel("Trikot")).ToHaveValueAsync("");
        await viewed.AssertTidyAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await Expect(viewed.Page.GetByText("The schedule is applied: 2 matches")).ToBeVisibleAsync();
        Assert.Contains("2026-05-04T10:00:00.000Z", await server.Http.GetStringAsync("/api/events/cup/matches/1"));
    }

    [BrowserTheory]
    [InlineData(ViewedPage.Phone)]
    [InlineData(ViewedPage.Desk)]
    public async Task What_each_column_means_is_shown_can_be_changed_and_is_previewed_again(int width)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server, width);
        var preview = viewed.Page.Locator(".preview");
        await viewed.ChooseAsync("liste.csv", "Nr;Heim;Gast;Gruppe;Beginn\n1;Blau;Rot;Damen;2026-05-04 10:00\n2;Gelb;Grün;Herren;2026-05-04 11:00\n");
        await Expect(preview.Locator(".first-matches tbody tr").First).ToContainTextAsync("Blau");
        await viewed.Page.GetByText("How the columns are read").ClickAsync();
        await Expect(preview.Locator(".column-samples")).ToHaveTextAsync(["1 · 2", "Blau · Gelb", "Rot · Grün", "Damen · Herren", "2026-05-04 10:00 · 2026-05-04 11:00"]);
        await Expect(viewed.Page.GetByLabel("Gast")).ToHaveValueAsync("team2");
        await viewed.AssertAccessibleAsync();
        await viewed.AssertTidyAsync();

        // What has one column can't have another one.
        await viewed.Page.GetByLabel("Heim").SelectOptionAsync("team2");
        await Expect(viewed.Page.GetByLabel("Gast")).ToHaveValueAsync("");
        await Expect(viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" })).ToHaveCountAsync(0);
        await viewed.Page.GetByLabel("Gast").SelectOptionAsync("team1");
        await viewed.Page.GetByLabel("Gruppe").SelectOptionAsync("division");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Preview it so" }).ClickAsync();

        var first = preview.Locator(".first-matches tbody tr").First.Locator("td");
        await Expect(first.Nth(1)).ToHaveTextAsync("Rot");
        await Expect(first.Nth(2)).ToHaveTextAsync("Blau");
        await Expect(first.Last).ToHaveTextAsync("Damen");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await Expect(viewed.Page.GetByText("The schedule is applied: 2 matches, 4 teams, 2 divisions")).ToBeVisibleAsync();
        Assert.Equal("Rot", (await server.Http.GetFromJsonAsync<JsonElement>("/api/events/cup/matches/1")).GetProperty("team1").GetProperty("name").GetString());
    }

    [BrowserFact]
    public async Task A_table_whose_headings_nobody_knows_is_read_as_the_organizer_says()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server);
        await viewed.ChooseAsync("liste.csv", "Hier;Dort;Wann\nBlau;Rot;04/05/2026 10:00\n");
        await Expect(viewed.Page.Locator(".faults tbody td")).ToContainTextAsync(["No line has headings that are known."]);

        await viewed.Page.GetByLabel("The first line has the headings").CheckAsync();
        await viewed.Page.GetByLabel("Column 1").SelectOptionAsync("team1");
        await viewed.Page.GetByLabel("Column 2").SelectOptionAsync("team2");
        await viewed.Page.GetByLabel("Column 3").SelectOptionAsync("startsAt");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Preview it so" }).ClickAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "The month comes first" }).ClickAsync();

        await Expect(viewed.Page.Locator(".first-matches tbody tr")).ToHaveCountAsync(1);
        await Expect(viewed.Page.Locator(".preview")).ToContainTextAsync("In dates such as 04/05, the month comes first.");
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await Expect(viewed.Page.GetByText("The schedule is applied: 1 match, 2 teams")).ToBeVisibleAsync();
        Assert.Contains("2026-04-05T10:00:00.000Z", await server.Http.GetStringAsync("/api/events/cup/matches/1"));
    }

    [BrowserFact]
    public async Task A_JSON_file_has_its_errors_reported_by_path_and_other_files_are_rejected()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server);

        await viewed.ChooseAsync("cup.json", """{"matches":[{"id":1,"team1Id":7,"team2Label":"B"}]}""");
        await Expect(viewed.Page.Locator(".faults tbody th")).ToHaveTextAsync(["matches[0].team1Id"]);
        await viewed.ChooseAsync("cup.xlsx", "PK\u0003\u0004");
        await Expect(viewed.Page.Locator(".faults tbody td")).ToContainTextAsync(["The file is damaged"]);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task A_changed_file_shows_exactly_its_changes_and_warns_of_scores_that_go()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server);
        await ApplyAsync(viewed, Csv, "3 matches");
        var admin = await server.AdminAsync();
        await admin.ClaimAsync("cup", 1);
        await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", 1, 5, 3));

        await viewed.ChooseAsync("next.csv",
            """
            id,division,court,team1,team2,startsAt,endsAt
            2,Women,Court 1,Green,White,2026-07-04T10:00:00Z,
            3,Men,Court 2,Rovers,United,2026-07-04T12:00:00Z,
            4,Men,Court 2,Rovers,Winner of match 3,,
            """);

        var changes = viewed.Page.Locator(".change");
        await Expect(changes).ToHaveCountAsync(5);
        await Expect(changes.Nth(0)).ToHaveTextAsync("RemovedBlue – Red #1Has a score");
        await Expect(changes.Nth(1)).ToContainTextAsync("Green – White #2Court: Court 2 becomes  → Court 1");
        await Expect(changes.Nth(2)).ToHaveTextAsync("NewRovers – Winner of match 3 #4");
        await Expect(viewed.Page.Locator(".summary tbody tr").First).ToHaveTextAsync("Matches1111");

        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await Expect(viewed.Dialog()).ToContainTextAsync("their scores are kept, and return if the match does: Blue – Red.");
        await viewed.Dialog().Button("Cancel").ClickAsync();
        Assert.Equal(200, (int)(await server.Http.GetAsync("/api/events/cup/scores/1")).StatusCode);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await viewed.Dialog().Button("Apply all the same").ClickAsync();
        await Expect(viewed.Page.GetByText("The schedule is applied: 3 matches")).ToBeVisibleAsync();
        Assert.Equal(404, (int)(await server.Http.GetAsync("/api/events/cup/matches/1")).StatusCode);

        await viewed.ChooseAsync("same.csv", Csv);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(viewed.Page.Locator(".preview")).ToHaveCountAsync(0);
        await viewed.AssertTidyAsync();
    }

    [BrowserFact]
    public async Task Sides_that_are_exchanged_and_other_teams_are_named_before_their_scores_change()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server);
        await ApplyAsync(viewed, Csv, "3 matches");
        var admin = await server.AdminAsync();
        foreach (var match in new[] { 1, 2 })
        {
            await admin.ClaimAsync("cup", match);
            await Testing.Expect.SuccessAsync(await admin.ScoreAsync("cup", match, 5, 3));
        }

        await viewed.ChooseAsync("swapped.csv",
            """
            id,division,court,team1,team2,startsAt,endsAt
            1,Women,Court 1,Red,Blue,2026-07-04T09:00:00Z,
            2,Women,Court 2,Green,Red,2026-07-04T10:00:00Z,
            3,Men,Court 2,Rovers,United,2026-07-04T12:00:00Z,
            """);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();

        await Expect(viewed.Dialog()).ToContainTextAsync("Change 2 matches that have scores?");
        await Expect(viewed.Dialog()).ToContainTextAsync("Sides are exchanged, and their scores with them: Red – Blue.");
        await Expect(viewed.Dialog()).ToContainTextAsync("Other teams, so they start without a score: Green – Red.");
        await viewed.Dialog().Button("Apply all the same").ClickAsync();
        await Expect(viewed.Page.GetByText("The schedule is applied: 3 matches")).ToBeVisibleAsync();
        Assert.Equal((3, 5), Points(await admin.GetAsync("/api/events/cup/scores/1")));
        Assert.Equal(0, (await admin.GetAsync("/api/events/cup/scores/2")).GetProperty("sets").GetArrayLength());
        await viewed.AssertTidyAsync();
    }

    private static (int, int) Points(JsonElement score) =>
        (score.GetProperty("sets")[0].GetProperty("team1").GetInt32(), score.GetProperty("sets")[0].GetProperty("team2").GetInt32());

    [BrowserFact]
    public async Task A_file_that_changes_nothing_and_a_preview_that_is_too_old_are_reported()
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server);
        viewed.Expecting("412");
        await ApplyAsync(viewed, Csv, "3 matches");
        await viewed.ChooseAsync("same.csv", Csv);
        await Expect(viewed.Page.GetByText("There is nothing to apply.")).ToBeVisibleAsync();

        await viewed.ChooseAsync("next.csv", Csv.Replace("Blue", "Azure"));
        var apply = viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" });
        await Expect(apply).ToBeVisibleAsync();
        await Testing.Expect.SuccessAsync(await (await server.AdminAsync()).PutAsync("/api/events/cup/schedule", TestSchedule.Of(2)));
        await apply.ClickAsync();
        await Expect(viewed.Page.GetByText("Somebody has changed the schedule since this preview.")).ToBeVisibleAsync();
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Preview it again" }).ClickAsync();
        await apply.ClickAsync();
        await Expect(viewed.Page.GetByText("The schedule is applied: 3 matches")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    private async Task BringInAsync(int width, Func<ViewedPage, string, string, Task> bring, (string Path, int Matches, string Amount) file)
    {
        await using var server = await LiveFeedServer.StartAsync();
        await using var viewed = await OpenAsync(server, width);

        await bring(viewed, Path.GetFileName(file.Path), await File.ReadAllTextAsync(file.Path));

        await Expect(viewed.Page.Locator(".preview-head")).ToContainTextAsync("openfootball JSON");
        await Expect(viewed.Page.Locator(".summary tbody tr").First).ToHaveTextAsync($"Matches{file.Matches}000");
        var matches = "/api/events/cup/matches";
        Assert.Contains("\"total\":0", await server.Http.GetStringAsync(matches));
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await Expect(viewed.Page.GetByText($"The schedule is applied: {file.Amount}.")).ToBeVisibleAsync();

        Assert.Contains($"\"total\":{file.Matches}", await server.Http.GetStringAsync(matches));
        await viewed.SectionAsync("Overview");
        await Expect(viewed.Page.GetByText($"0 of {file.Matches} matches finished")).ToBeVisibleAsync();
        await viewed.AssertTidyAsync();
    }

    private static async Task ApplyAsync(ViewedPage viewed, string file, string amount)
    {
        await viewed.ChooseAsync("file.csv", file);
        await viewed.Page.GetByRole(AriaRole.Button, new() { Name = "Apply this schedule" }).ClickAsync();
        await Expect(viewed.Page.GetByText($"The schedule is applied: {amount}")).ToBeVisibleAsync();
    }

    private async Task<ViewedPage> OpenAsync(LiveFeedServer server, int width = ViewedPage.Desk)
    {
        await Testing.Expect.SuccessAsync(await (await server.AdminAsync()).PostAsync("/api/events", new { id = "cup", name = "Cup", sport = "generic" }));
        var viewed = await ManagePage.OpenAsync(chromium, server, "/manage/cup#schedule", new View { Width = width });
        await Expect(viewed.Tab("Schedule")).ToHaveAttributeAsync("aria-selected", "true");
        return viewed;
    }
}
