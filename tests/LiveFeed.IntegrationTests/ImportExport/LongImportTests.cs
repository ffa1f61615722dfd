using System.Text.Json;
using LiveFeed.IntegrationTests.Support;
using static LiveFeed.IntegrationTests.ImportExport.Imports;

namespace LiveFeed.IntegrationTests.ImportExport;

/// <summary>Imports that are stored in several transactions.</summary>
public sealed class LongImportTests
{
    // Many, because the tests act while an import runs.
    private const int Matches = 1_000;

    [Fact]
    public async Task Others_write_between_the_parts_of_an_import()
    {
        await using var server = await LiveFeedServer.StartAsync("Imports:ItemsPerTransaction=1");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: Matches + 1);
        await admin.ClaimAsync("cup", Matches + 1);
        // The first write of a server is slow, and the whole import could be over before it is stored.
        await Expect.SuccessAsync(await admin.ScoreAsync("cup", Matches + 1, 1, 0));
        var cursor = (await admin.GetAsync("/api/events/cup/feed")).Text("cursor")!;

        var import = admin.ImportAsync("cup", new { scores = Enumerable.Range(1, Matches).Select(ScoreOf) });
        for (var point = 2; !import.IsCompleted; point++)
            await Expect.SuccessAsync(await admin.ScoreAsync("cup", Matches + 1, point, 0));

        Assert.Equal(Matches, Applied(await import).Scores);
        var matches = await MatchesAfterAsync(admin, cursor);
        Assert.Equal(Enumerable.Range(1, Matches), matches.Where(match => match <= Matches));
        Assert.Contains(Matches + 1, matches[matches.IndexOf(1)..matches.IndexOf(Matches)]);
    }

    [Fact]
    public async Task Each_part_of_an_import_reports_the_positions_in_the_whole()
    {
        await using var server = await LiveFeedServer.StartAsync("Imports:ItemsPerTransaction=3");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 4);

        var report = await admin.ImportAsync("cup", new
        {
            scores = new[] { 1, 77, 3, 4, 88 }.Select(ScoreOf),
            claims = new[] { 1, 99 }.Select(match => new { matchId = match, claimedBy = admin.Id, claimedAt = "2026-07-01T10:00:00Z", expiresAt = "2999-07-01T11:00:00Z" }),
            coveragePlans = new[] { new { selectedMatches = new[] { 1, 2, 3, 4 } }, new { selectedMatches = new[] { 66 } } },
        });

        Assert.Equal((3, 1, 1), Applied(report));
        Assert.Equal(
            [("score", 77, 1), ("score", 88, 4), ("claim", 99, 1), ("coveragePlan", 66, 1)],
            report.GetProperty("conflicts").EnumerateArray().Select(conflict => (conflict.Text("kind"), conflict.Number("matchId"), conflict.Number("index"))));
    }

    [Fact]
    public async Task A_key_returns_the_whole_report_again_and_stands_for_no_other_import()
    {
        await using var server = await LiveFeedServer.StartAsync("Imports:ItemsPerTransaction=3");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 8);

        var first = await ImportAsync(admin, 1, 2, 3, 4, 5, 6, 7);
        var again = await ImportAsync(admin, 1, 2, 3, 4, 5, 6, 7);

        Assert.Null(first.Header("Idempotency-Replayed"));
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.Equal((await first.JsonAsync()).ToString(), (await again.JsonAsync()).ToString());
        await Expect.ProblemAsync(await ImportAsync(admin, 1, 2, 3, 4, 5, 6, 8), 422, "idempotency_key_reused");
        await Expect.ProblemAsync(await ImportAsync(admin, 1, 2, 3, 4, 5, 6, 7, 8), 422, "idempotency_key_reused");
        Assert.Equal(404, (int)(await admin.Http.GetAsync("/api/events/cup/scores/8")).StatusCode);
    }

    [Fact]
    public async Task An_import_that_a_kill_cut_off_goes_on_at_the_repeat_and_reports_as_if_nothing_had_happened()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-");
        try
        {
            using (var server = await ServerProcess.StartAsync(data.FullName, "Imports:ItemsPerTransaction=1"))
            {
                var admin = await server.AdminAsync();
                await admin.CreateEventAsync("cup", matches: Matches);
                var cursor = (await admin.GetAsync("/api/events/cup/feed")).Text("cursor")!;
                var cut = ImportAsync(admin, [.. Enumerable.Range(1, Matches)]);
                await Eventually.TrueAsync(async () => (await MatchesAfterAsync(admin, cursor)).Count > 0);
                Assert.False(cut.IsCompleted, "The import was over before the kill.");
                server.Kill();
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => cut);
            }

            using var next = await ServerProcess.StartAsync(data.FullName, "Imports:ItemsPerTransaction=1");
            var organizer = await next.AdminAsync();
            var stored = (await organizer.GetAsync("/api/events/cup/scores?limit=1000")).Number("total");
            Assert.InRange(stored, 1, Matches - 1);

            var report = await Expect.SuccessAsync(await ImportAsync(organizer, [.. Enumerable.Range(1, Matches)]));

            Assert.Equal(Matches, Applied(report).Scores);
            Assert.Empty(Conflicts(report));
            Assert.Equal(Matches, (await organizer.GetAsync("/api/events/cup/scores?limit=1000")).GetProperty("items").EnumerateArray().Sum(score => score.Number("version")));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Plans_with_more_matches_than_an_import_may_have_are_rejected()
    {
        await using var server = await LiveFeedServer.StartAsync("Imports:MaxPlannedMatches=5");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", matches: 4);
        var plans = new { coveragePlans = new[] { new { selectedMatches = new[] { 1, 2, 3 } }, new { selectedMatches = new[] { 1, 2, 3 } } } };

        var problem = await Expect.ProblemAsync(await admin.PostAsync("/api/events/cup/import", plans), 400, "invalid_request");

        Assert.Equal(["coveragePlans"], problem.Positions());
    }

    private static object ScoreOf(int match) =>
        new { matchId = match, sets = new[] { new { team1 = 3, team2 = 0 } }, status = "inProgress", lastUpdated = "2026-07-01T10:00:00Z" };

    private static Task<HttpResponseMessage> ImportAsync(ApiUser user, params int[] matches) => user.SendAsync(
        "POST", "/api/events/cup/import", JsonSerializer.Serialize(new { scores = matches.Select(ScoreOf) }), ("Idempotency-Key", "the-import"));

    private static async Task<List<int>> MatchesAfterAsync(ApiUser user, string cursor)
    {
        List<int> matches = [];
        JsonElement page;
        do
        {
            page = await user.GetAsync($"/api/events/cup/feed?limit=1000&after={Uri.EscapeDataString(cursor)}");
            matches.AddRange(page.GetProperty("entries").EnumerateArray().Where(entry => entry.Text("type") == "score-update").Select(entry => entry.Number("matchId")));
            cursor = page.Text("cursor")!;
        }
        while (page.GetProperty("entries").GetArrayLength() > 0);
        return matches;
    }
}
