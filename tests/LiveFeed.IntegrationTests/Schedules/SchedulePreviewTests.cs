using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Schedules;

public sealed class SchedulePreviewTests(ContractServer server) : IClassFixture<ContractServer>
{
    private const string Csv =
        """
        id,division,court,team1,team2,startsAt,endsAt
        1,Women,Court 1,Blue,"Red, City",2026-07-04T10:00:00Z,2026-07-04T11:00:00Z
        2,Women,Court 2,Winner of match 1,Green,2026-07-04T14:00:00+02:00,
        """;

    [DataFact("worldcup-2022.json")]
    public Task The_World_Cup_is_previewed_applied_and_then_changes_nothing() => BringInAsync(DataFactAttribute.PathOf("worldcup-2022.json"), 64, 32);

    [Fact]
    public Task A_football_file_is_previewed_applied_and_then_changes_nothing() => BringInAsync(FootballFiles.PathOf(FootballFiles.Cup), 16, 8);

    private async Task BringInAsync(string path, int matches, int teams)
    {
        var id = server.NewId();
        await server.Admin.CreateEventAsync(id, 1, sport: "football");
        await server.Admin.AddMemberAsync(id, server.Organizer.Id, "organizer");
        var file = await File.ReadAllBytesAsync(path);

        var first = await PreviewAsync(id, file);

        Assert.Equal("openFootball", first.Text("format"));
        Assert.Equal((matches, 0, 1), Counts(first, "matches"));
        Assert.Equal((teams, 0, 2), Counts(first, "teams"));
        var summary = await ApplyAsync(id, first);
        Assert.Equal((matches, matches, 1), (summary.Number("matches"), summary.Number("matchesAdded"), summary.Number("matchesRemoved")));

        var second = await PreviewAsync(id, file);
        foreach (var list in new[] { "divisions", "courts", "teams", "matches" })
            Assert.Equal((0, 0, 0), Counts(second, list));
        Assert.Equal(matches, second.GetProperty("changes").GetProperty("matches").Number("unchanged"));
    }

    [Fact]
    public async Task A_file_shows_exactly_what_it_changes_and_nothing_before_it_is_applied()
    {
        var id = await EventOfAsync(Csv);
        await server.Organizer.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await server.Organizer.ScoreAsync(id, 1, 3, 2));
        var before = await server.Nobody.GetStringAsync($"/api/events/{id}/schedule");

        var preview = await PreviewAsync(id,
            """
            team2,team1,id,division,court,startsAt,endsAt
            Green,Winner of match 1,2,Women,Court 2,2026-07-04T14:30:00+02:00,
            Azure,Ants,7,Women,Court 1,,
            """);

        Assert.Equal(before, await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));
        Assert.Equal((1, 1, 1), Counts(preview, "matches"));
        Assert.Equal((2, 0, 2), Counts(preview, "teams"));
        Assert.Equal((0, 0, 0), Counts(preview, "courts"));
        var matches = preview.GetProperty("changes").GetProperty("matches");
        Assert.Equal(
            """[{"id":2,"name":"Winner of match 1 – Green","fields":[{"field":"startsAt","before":"2026-07-04T12:00:00.000Z","after":"2026-07-04T12:30:00.000Z"},{"field":"team1From","before":"winnerOf 1","after":null}],"hasScore":false}]""",
            matches.GetProperty("changed").GetRawText());
        Assert.Equal("""[{"id":1,"name":"Blue – Red, City","fields":[],"hasScore":true}]""", matches.GetProperty("removed").GetRawText());
        Assert.Equal("Ants – Azure", matches.GetProperty("added")[0].Text("name"));
    }

    [Fact]
    public async Task What_a_file_only_names_keeps_its_id_and_what_is_new_gets_one_that_nothing_had()
    {
        var id = await EventOfAsync("""
            {"divisions":[{"id":9,"name":"Women"}],"courts":[{"id":-3,"name":"Court 1"}],"teams":[{"id":50,"name":"Blue","divisionId":9},{"id":1,"name":"Red","divisionId":9}],
             "matches":[{"id":4,"divisionId":9,"courtId":-3,"team1Id":50,"team2Id":1}]}
            """);

        var schedule = (await PreviewAsync(id, "id,division,court,team1,team2\n4,Women,Court 0,Aces,Blue\n")).GetProperty("schedule");

        Assert.Equal("""[{"id":2,"name":"Aces","divisionId":9},{"id":50,"name":"Blue","divisionId":9}]""", schedule.GetProperty("teams").GetRawText());
        Assert.Equal("""[{"id":1,"name":"Court 0"}]""", schedule.GetProperty("courts").GetRawText());
        Assert.Equal((9, 2, 50), (schedule.GetProperty("matches")[0].Number("divisionId"), schedule.GetProperty("matches")[0].Number("team1Id"), schedule.GetProperty("matches")[0].Number("team2Id")));
    }

    [Fact]
    public async Task Football_matches_keep_their_ids_when_others_come_between_and_when_their_teams_become_known()
    {
        const string Group = """{"team1":"A","team2":"B","date":"2026-07-01","time":"12:00","group":"Group A","ground":"North"}""";
        const string Final = """{"team1":"W1","team2":"W2","date":"2026-07-09","time":"12:00","round":"Final","ground":"North"}""";
        var id = await EventOfAsync($$$"""{"name":"Cup","matches":[{{{Group}}},{{{Final}}}]}""");

        var stored = (await server.Nobody.GetAsync($"/api/events/{id}/schedule").JsonAsync()).GetProperty("matches").EnumerateArray().Select(match => match.Number("id")).ToList();

        var preview = await PreviewAsync(id, $$$"""
            {"name":"Cup","matches":[{"team1":"C","team2":"D","date":"2026-07-01","round":"Extra","score":{"ft":[1,0]}},{{{Group}}},{{{Final.Replace("W1", "A").Replace("W2", "D")}}}]}
            """);

        var planned = preview.GetProperty("schedule").GetProperty("matches").EnumerateArray().Select(match => match.Number("id")).ToList();
        Assert.Equal(stored, planned[1..]);
        Assert.DoesNotContain(planned[0], stored);
        var changed = Assert.Single(preview.GetProperty("changes").GetProperty("matches").GetProperty("changed").EnumerateArray());
        Assert.Equal(["team1", "team2"], changed.GetProperty("fields").EnumerateArray().Select(field => field.Text("field")));
    }

    [Fact]
    public async Task Applying_a_preview_of_an_older_schedule_is_rejected_instead_of_undoing_what_others_did()
    {
        var id = await EventOfAsync(Csv);
        var (mine, others) = (await PreviewAsync(id, Csv.Replace("Green", "Lime")), await PreviewAsync(id, Csv.Replace("Blue", "Azure")));
        await ApplyAsync(id, others);

        var late = await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", mine.GetProperty("schedule").GetRawText(), ("If-Match", mine.Text("version")!));

        await Expect.ProblemAsync(late, 412, "version_mismatch");
        Assert.Contains("Azure", await server.Nobody.GetStringAsync($"/api/events/{id}/schedule"));
    }

    [Fact]
    public async Task A_file_without_zones_is_read_in_the_event_s_and_says_so()
    {
        var id = server.NewId();
        await Expect.SuccessAsync(await server.Admin.PostAsync("/api/events", new { id, name = "Cup", sport = "generic", timeZone = "America/New_York" }));
        await server.Admin.AddMemberAsync(id, server.Organizer.Id, "organizer");

        var preview = await PreviewAsync(id, "Nr;Heim;Gast;Datum;Uhrzeit;Trikot\nM01;Blau;Rot;24.07.2026;14:30;gelb\n");

        var (reading, first) = (preview.GetProperty("reading"), preview.GetProperty("reading").GetProperty("firstMatches")[0]);
        Assert.Equal(("America/New_York", "Heim", "Trikot"), (reading.Text("timeZone"), reading.GetProperty("mapping").Text("team1"), reading.GetProperty("ignoredColumns")[0].GetString()));
        Assert.Equal((1, "M01", "Blau", "2026-07-24T18:30:00.000Z"), (first.Number("id"), first.Text("number"), first.GetProperty("team1").Text("name"), first.Text("startsAt")));
        await ApplyAsync(id, preview);
        Assert.Equal("M01", (await server.Nobody.GetAsync($"/api/events/{id}/matches/1").JsonAsync()).Text("number"));
        Assert.Equal((0, 0, 0), Counts(await PreviewAsync(id, "Nr;Heim;Gast;Datum;Uhrzeit\nM01;Blau;Rot;24.07.2026;14:30\n"), "matches"));

        var football = await PreviewAsync(id, """{"name":"Cup","matches":[{"team1":"A","team2":"B","date":"2026-07-24","time":"14:30","round":"Final"}]}""");
        Assert.Equal("America/New_York", football.GetProperty("reading").Text("timeZone"));
        Assert.Equal("2026-07-24T18:30:00.000Z", football.GetProperty("schedule").GetProperty("matches")[0].Text("startsAt"));
    }

    [Fact]
    public async Task The_order_of_dates_and_the_headings_can_be_given()
    {
        var id = await server.EventAsync();
        const string File = "Hier,Dort,Wann\nBlau,Rot,04/05/2026 10:00\n";
        Task<HttpResponseMessage> Post(string query) => server.Organizer.Http.PostAsync($"/api/events/{id}/schedule/preview?{query}", new StringContent(File, Encoding.UTF8, "text/csv"));
        var mapping = "mapping=" + Uri.EscapeDataString("""{"team1":"Hier","team2":"Dort","startsAt":"Wann"}""");

        var question = await Expect.SuccessAsync(await Post(mapping));
        var read = await Expect.SuccessAsync(await Post($"{mapping}&dateOrder=dmy"));

        Assert.Equal("dateOrder", question.GetProperty("errors")[0].Text("path"));
        Assert.Equal("dmy", read.GetProperty("reading").Text("dateOrder"));
        Assert.Equal("2026-05-04T10:00:00.000Z", read.GetProperty("reading").GetProperty("firstMatches")[0].Text("startsAt"));
        foreach (var (query, position) in new[] { ("dateOrder=ymd", "dateOrder"), ("mapping=x", "mapping"), ("mapping=null", "mapping"), ("mapping={\"weather\":\"x\"}", "mapping"), ("mapping={\"team1\":\"\"}", "mapping"), ("mapping={\"team1\":1}", "mapping") })
            Assert.Equal([position], (await Expect.ProblemAsync(await Post(query), 400, "invalid_request")).Positions());
    }

    [Fact]
    public async Task All_columns_are_listed_with_what_they_have_and_a_field_that_no_column_has_is_not_guessed()
    {
        var id = await server.EventAsync();
        Task<JsonElement> Post(string file, string mapping) => PostAsync(id, file, "?mapping=" + Uri.EscapeDataString(mapping));
        const string File = "Nr;Heim;Gast;Gruppe;;Gast\n1;Blau;Rot;A;x\n2;Gelb;\"Grün \n Weiß\";B;\n";

        var preview = await Post(File, """{"team1":"Heim","team2":"column 3","pool":null,"division":null}""");

        var columns = preview.GetProperty("reading").GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(["Nr", "Heim", "column 3", "Gruppe", "column 5", "column 6"], columns.Select(column => column.Text("name")));
        Assert.Equal(["Nr", "Heim", "Gast", "Gruppe", null, "Gast"], columns.Select(column => column.TryGetProperty("heading", out var heading) ? heading.GetString() : null));
        Assert.Equal(["Rot", "Grün Weiß"], columns[2].GetProperty("samples").EnumerateArray().Select(sample => sample.GetString()!));
        var mapping = preview.GetProperty("reading").GetProperty("mapping");
        Assert.Equal((false, false), (mapping.TryGetProperty("pool", out _), mapping.TryGetProperty("division", out _)));
        // As it can be given back: this heading is there twice.
        Assert.Equal("column 3", mapping.Text("team2"));

        // Nothing is known of this one: its columns are there to be chosen.
        var unknown = await Post("Hier;Dort\nBlau;Rot\n", "{}");
        Assert.Equal("mapping", unknown.GetProperty("errors")[0].Text("path"));
        Assert.Equal(["column 1", "column 2"], unknown.GetProperty("reading").GetProperty("columns").EnumerateArray().Select(column => column.Text("name")));
        Assert.Equal(["Hier", "Blau"], unknown.GetProperty("reading").GetProperty("columns")[0].GetProperty("samples").EnumerateArray().Select(sample => sample.GetString()!));
    }

    private async Task<JsonElement> PostAsync(string id, string file, string query) => await Expect.SuccessAsync(
        await server.Organizer.Http.PostAsync($"/api/events/{id}/schedule/preview{query}", new StringContent(file, Encoding.UTF8, "text/csv")));

    [Theory]
    [InlineData("organizer", 200)]
    [InlineData("admin", 200)]
    [InlineData("media", 403)]
    [InlineData("stranger", 403)]
    public async Task A_preview_is_for_organizers(string person, int status)
    {
        var id = await server.EventAsync();

        var response = await SendAsync(server.Person(person), id, Encoding.UTF8.GetBytes(Csv));

        Assert.Equal(status, (int)response.StatusCode);
    }

    private async Task<string> EventOfAsync(string file)
    {
        var id = server.NewId();
        await server.Admin.CreateEventAsync(id);
        await server.Admin.AddMemberAsync(id, server.Organizer.Id, "organizer");
        await ApplyAsync(id, await PreviewAsync(id, file));
        return id;
    }

    private Task<JsonElement> PreviewAsync(string id, string file) => PreviewAsync(id, Encoding.UTF8.GetBytes(file));

    private async Task<JsonElement> PreviewAsync(string id, byte[] file)
    {
        var preview = await Expect.SuccessAsync(await SendAsync(server.Organizer, id, file));
        Assert.Equal("[]", preview.GetProperty("errors").GetRawText());
        return preview;
    }

    private async Task<JsonElement> ApplyAsync(string id, JsonElement preview) => await Expect.SuccessAsync(await server.Organizer.SendAsync(
        "PUT", $"/api/events/{id}/schedule", preview.GetProperty("schedule").GetRawText(), ("If-Match", preview.Text("version")!)));

    private static Task<HttpResponseMessage> SendAsync(ApiUser user, string id, byte[] file) => user.Http.PostAsync(
        $"/api/events/{id}/schedule/preview",
        new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } });

    private static (int Added, int Changed, int Removed) Counts(JsonElement preview, string list)
    {
        var changes = preview.GetProperty("changes").GetProperty(list);
        return (changes.GetProperty("added").GetArrayLength(), changes.GetProperty("changed").GetArrayLength(), changes.GetProperty("removed").GetArrayLength());
    }
}
