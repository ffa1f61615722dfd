using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LiveFeed.Api.Replay;
using LiveFeed.Domain.Events;
using LiveFeed.Infrastructure.ScheduleFiles;
using LiveFeed.IntegrationTests.Feed;

namespace LiveFeed.IntegrationTests.Replay;

/// <summary>A whole tournament, replayed through the API with its rate limits on, before three kinds of spectators.</summary>
public sealed class FootballReplayTests
{
    private const string Cup2018 = "worldcup-2018.json";
    private const string Cup2022 = "worldcup-2022.json";

    [DataFact(Cup2018)]
    public Task The_World_Cup_of_2018_ends_as_it_did_for_every_spectator() => PlayAsync(DataFactAttribute.PathOf(Cup2018), 64, 40);

    [DataFact(Cup2022)]
    public Task The_World_Cup_of_2022_ends_as_it_did_for_every_spectator() => PlayAsync(DataFactAttribute.PathOf(Cup2022), 64, 40);

    [Fact]
    public async Task A_tournament_ends_as_its_file_says_for_every_spectator()
    {
        var tables = await PlayAsync(FootballFiles.PathOf(FootballFiles.Cup), 16, 5);

        Assert.Equal(["Alder 3 5-3 6", "Birch 3 4-4 4", "Dogwood 3 1-1 4", "Cedar 3 3-5 2"], tables["Group A"].Rows.Select(row => row.ToString()));
        Assert.Equal(["Ginkgo 3 4-1 7", "Fir 3 6-2 5", "Elm 3 4-4 4", "Hazel 3 2-9 0"], tables["Group B"].Rows.Select(row => row.ToString()));
    }

    [Fact]
    public async Task A_file_of_any_shape_is_played_to_its_end()
    {
        await using var server = await LiveFeedServer.StartAsync();
        using var http = server.Client();
        foreach (var file in FootballFiles.All)
        {
            var tournament = (await new ScheduleFileReader().ReadRecordingAsync(FootballFiles.PathOf(file), TimeZoneInfo.Utc, CancellationToken.None)).Value!;
            var replay = new TournamentReplay(http, TimeProvider.System);
            var options = new ReplayOptions(LiveFeedServer.AdminEmail, LiveFeedServer.Password) { EventId = EventId.From(file), Scorekeepers = 2 };

            Assert.Equal(tournament.Played.Count, (await replay.RunAsync(tournament, options, CancellationToken.None)).Matches);

            Assert.Empty(await replay.VerifyAsync(tournament, options, CancellationToken.None));
        }
    }

    private static async Task<Dictionary<string, GroupTable>> PlayAsync(string path, int matches, int reconnects)
    {
        var tournament = (await new ScheduleFileReader().ReadRecordingAsync(path, TimeZoneInfo.Utc, CancellationToken.None)).Value!;
        await using var server = await LiveFeedServer.StartAsync("RateLimits:Enabled=true", "Feed:MemoryEntries=128");
        var admin = await server.AdminAsync();
        await admin.CreateEventAsync("cup", 0, sport: "football");

        long? end = null;
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var steady = new RecordingReader(server.Client(), "/api/events/cup/stream", new Random(1), 0, TimeSpan.FromMinutes(1));
        var restless = new RecordingReader(server.Client(), "/api/events/cup/stream", new Random(2), 0.2);
        var poller = new Poller(server.Client());
        var watching = Task.WhenAll(
            Task.Run(() => steady.RunAsync(() => end, over.Token)), Task.Run(() => restless.RunAsync(() => end, over.Token)),
            Task.Run(() => poller.RunAsync(() => end, over.Token)));
        await Eventually.TrueAsync(() => Task.FromResult(steady.LastEventId is not null && restless.LastEventId is not null));

        using var http = server.Client();
        var replay = new TournamentReplay(http, TimeProvider.System);
        var options = new ReplayOptions(LiveFeedServer.AdminEmail, LiveFeedServer.Password) { EventId = EventId.From("cup") };
        await replay.RunAsync(tournament, options, CancellationToken.None);
        Assert.Empty(await replay.VerifyAsync(tournament, options, CancellationToken.None));

        // One last entry, so that a reader who waits for the next one sees that it is over.
        end = (await LogProbe.ReadAsync(server.Http, "cup")).Head + 1;
        await Expect.SuccessAsync(await admin.PatchAsync("/api/events/cup", new { name = "Over" }));
        await watching;

        var log = await LogProbe.ReadAsync(server.Http, "cup");
        steady.HoldAgainst(log);
        restless.HoldAgainst(log);
        Assert.Equal(1, steady.Connections);
        Assert.True(restless.Connections >= reconnects, $"Only {restless.Connections} connections.");
        Assert.Equal(log.State().OrderBy(pair => pair.Key, StringComparer.Ordinal), poller.State.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        return await HoldAgainstFileAsync(server.Http, path, matches);
    }

    /// <summary>Compares the scores and the groups' tables with the file itself, not read by the reader that the replay used.</summary>
    private static async Task<Dictionary<string, GroupTable>> HoldAgainstFileAsync(HttpClient http, string path, int count)
    {
        var (ofServer, ofFile, advanced) = (new Dictionary<string, GroupTable>(), new Dictionary<string, GroupTable>(), new HashSet<string>());
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(path));
        var matches = (await http.GetFromJsonAsync<JsonElement>("/api/events/cup/matches?limit=1000")).GetProperty("items").EnumerateArray()
            .ToDictionary(match => match.GetProperty("id").GetInt32());
        var scores = (await http.GetFromJsonAsync<JsonElement>("/api/events/cup/scores?limit=1000")).GetProperty("items").EnumerateArray()
            .ToDictionary(score => score.GetProperty("matchId").GetInt32());
        var (id, goals, scoredInAll) = (0, 0, 0);
        foreach (var played in document.RootElement.GetProperty("matches").EnumerateArray())
        {
            id++;
            Assert.Equal(played.GetProperty("team1").GetString(), matches[id].GetProperty("team1").GetProperty("name").GetString());
            Assert.Equal(played.GetProperty("team2").GetString(), matches[id].GetProperty("team2").GetProperty("name").GetString());
            var result = played.GetProperty("score");
            var periods = new List<JsonElement> { result.TryGetProperty("et", out var extraTime) ? extraTime : result.GetProperty("ft") };
            if (result.TryGetProperty("p", out var shootOut))
                periods.Add(shootOut);
            var decider = scores[id].TryGetProperty("decider", out var penalties) ? [penalties] : Array.Empty<JsonElement>();
            var sets = scores[id].GetProperty("sets").EnumerateArray().Concat(decider).Select(set => (set.GetProperty("team1").GetInt32(), set.GetProperty("team2").GetInt32()));
            Assert.Equal(periods.Select(period => (period[0].GetInt32(), period[1].GetInt32())), sets);
            foreach (var side in new[] { "goals1", "goals2" })
                goals += played.TryGetProperty(side, out var scored) ? scored.GetArrayLength() : 0;
            scoredInAll += sets.First().Item1 + sets.First().Item2;

            var (team1, team2) = (played.GetProperty("team1").GetString()!, played.GetProperty("team2").GetString()!);
            if (!played.TryGetProperty("group", out var group))
            {
                advanced.UnionWith([team1, team2]);
                continue;
            }

            TableOf(ofFile, group.GetString()!).Add(team1, team2, result.GetProperty("ft")[0].GetInt32(), result.GetProperty("ft")[1].GetInt32());
            TableOf(ofServer, matches[id].GetProperty("division").GetProperty("name").GetString()!).Add(
                matches[id].GetProperty("team1").GetProperty("name").GetString()!, matches[id].GetProperty("team2").GetProperty("name").GetString()!,
                sets.First().Item1, sets.First().Item2);
        }

        Assert.Equal(count, id);
        Assert.Equal(ofFile.Keys, ofServer.Keys);
        foreach (var (group, table) in ofServer)
        {
            Assert.Equal(ofFile[group].Rows, table.Rows);
            // The knock-out rounds are in the file too: they say who came first and second.
            var teams = table.Rows.Select(row => row.Team).Where(advanced.Contains).ToList();
            Assert.Equal(2, teams.Count);
            Assert.True(table.CanAdvance(teams), $"{group}: {string.Join(", ", table.Rows)}, but {string.Join(" and ", teams)} advanced.");
        }

        Assert.Equal(goals, scoredInAll);
        var finished = await http.GetFromJsonAsync<JsonElement>("/api/events/cup/matches?status=final&limit=1000");
        Assert.Equal(Enumerable.Range(1, count), finished.GetProperty("items").EnumerateArray().Select(match => match.GetProperty("id").GetInt32()).Order());
        Assert.Equal(0, (await http.GetFromJsonAsync<JsonElement>("/api/events/cup/claims")).GetProperty("total").GetInt32());
        return ofServer;
    }

    private static GroupTable TableOf(Dictionary<string, GroupTable> tables, string group)
    {
        if (!tables.TryGetValue(group, out var table))
            tables[group] = table = new GroupTable();
        return table;
    }

    /// <summary>A display that only polls: first a snapshot, then the entries after it.</summary>
    private sealed class Poller(HttpClient http)
    {
        public Dictionary<string, string> State { get; } = [];

        public async Task RunAsync(Func<long?> until, CancellationToken cancellationToken)
        {
            string? cursor = null;
            while (until() is not { } end || cursor is null || long.Parse(cursor.Split('.')[1], CultureInfo.InvariantCulture) < end)
            {
                var page = await http.GetFromJsonAsync<JsonElement>(
                    "/api/events/cup/feed?wait=1" + (cursor is null ? "" : $"&after={cursor}"), cancellationToken);
                if (cursor is null || page.TryGetProperty("reset", out _))
                    State.Clear();
                foreach (var entry in page.GetProperty("entries").EnumerateArray())
                    LogProbe.Apply(State, entry);
                cursor = page.GetProperty("cursor").GetString();
            }
        }
    }
}
