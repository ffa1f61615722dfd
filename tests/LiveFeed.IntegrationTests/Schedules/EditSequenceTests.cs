using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.IntegrationTests.Feed;
using LiveFeed.IntegrationTests.Support;
using Xunit.Abstractions;

namespace LiveFeed.IntegrationTests.Schedules;

/// <summary>Many single edits have the same outcome as one upload of the schedule that they lead to, for readers and for followers.</summary>
public sealed class EditSequenceTests(ContractServer server, ITestOutputHelper output) : IClassFixture<ContractServer>
{
    private const int Edits = 80;

    private static readonly string[] Filters = ["", "teams=1,5", "divisions=1", "matches=1,2,9", "divisions=2&teams=2"];

    /// <summary>What a match leaves out in the schedule that is read. An upload must say null for it.</summary>
    private static readonly string[] LeftOut = ["number", "officials", "workTeamId", "notBefore", "followedBy", "tieId", "leg", "format", "team1From", "team2From", "pool"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Single_edits_equal_one_upload(int seed)
    {
        var (edited, uploaded) = (await ScoredAsync(), await ScoredAsync());
        var followers = new List<Follower>();
        foreach (var filter in Filters)
            followers.Add(await Follower.OpenAsync(server, edited, filter));

        var (random, accepted) = (new Random(seed), 0);
        for (var i = 0; i < Edits; i++)
        {
            var (method, path, body) = Edit(random);
            var response = await server.Organizer.SendAsync(method, $"/api/events/{edited}/{path}", body);
            accepted += response.IsSuccessStatusCode ? 1 : 0;
            Assert.True(response.IsSuccessStatusCode || (int)response.StatusCode is 404 or 409 or 422, $"{method} {path} {body}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        output.WriteLine($"{accepted} of {Edits} edits were accepted.");
        Assert.InRange(accepted, Edits / 4, Edits - 1);
        var plan = await server.Nobody.GetStringAsync($"/api/events/{edited}/schedule");
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{uploaded}/schedule", WithNulls(plan)));

        Assert.Equal(plan, await server.Nobody.GetStringAsync($"/api/events/{uploaded}/schedule"));
        foreach (var follower in followers)
        {
            var followed = await follower.StateAsync();
            Assert.Equal(await SnapshotAsync(edited, follower.Filter), followed);
            Assert.Equal(await SnapshotAsync(uploaded, follower.Filter), followed);
            await follower.DisposeAsync();
        }
    }

    /// <summary>An event in which matches 1 and 2 have scores and claims.</summary>
    private async Task<string> ScoredAsync()
    {
        var id = await server.EventAsync();
        foreach (var match in new[] { 1, 2 })
        {
            await server.Media.ClaimAsync(id, match);
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, match, 0));
        }

        return id;
    }

    /// <summary>Returns any edit. Some are rejected: what they name isn't there any more, is in use, or has a score.</summary>
    private static (string Method, string Path, string? Body) Edit(Random random)
    {
        var match = random.Next(1, 10);
        var name = $$"""{"name":"Name {{random.Next(1_000)}}"}""";
        return random.Next(12) switch
        {
            0 => ("POST", "matches", $$"""{"team1Id":{{random.Next(1, 9)}},"team2Label":"Winner of {{match}}","divisionId":{{random.Next(1, 3)}}}"""),
            1 => ("POST", "matches", $$"""{"id":{{match}},"team1Id":{{random.Next(1, 9)}},"team2Id":{{random.Next(1, 9)}}}"""),
            2 => ("DELETE", $"matches/{match}", null),
            3 => ("PATCH", $"teams/{random.Next(1, 10)}", name),
            4 => ("PATCH", $"divisions/{random.Next(1, 4)}", name),
            5 => ("PATCH", $"courts/{random.Next(1, 3)}", name),
            6 => ("DELETE", random.Next(2) == 0 ? $"teams/{random.Next(1, 12)}" : $"divisions/{random.Next(1, 4)}", null),
            7 => ("POST", random.Next(2) == 0 ? "teams" : "courts", name),
            _ => ("PATCH", $"matches/{match}", $"{{{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Member(random)).DistinctBy(member => member.Split(':')[0]))}}}"),
        };
    }

    private static string Member(Random random) => random.Next(12) switch
    {
        0 => $"\"divisionId\":{(random.Next(4) == 0 ? "null" : random.Next(1, 3))}",
        1 => $"\"courtId\":{(random.Next(4) == 0 ? "null" : 1)}",
        2 => $"\"team1Id\":{random.Next(1, 9)}",
        3 => $"\"team2Id\":{random.Next(1, 9)}",
        4 => $"\"startsAt\":\"2026-07-04T0{random.Next(10)}:00:00Z\"",
        5 => "\"endsAt\":null",
        6 => $"\"number\":{(random.Next(3) == 0 ? "null" : $"\"M{random.Next(20)}\"")}",
        7 => $"\"workTeamId\":{(random.Next(3) == 0 ? "null" : random.Next(1, 9))}",
        8 => $"\"officials\":{(random.Next(3) == 0 ? "[]" : $$"""[{"duty":"referee","name":"Ref {{random.Next(9)}}"}]""")}",
        9 => $"\"followedBy\":{(random.Next(3) == 0 ? "null" : random.Next(1, 10))}",
        10 => $"\"tieId\":{(random.Next(3) == 0 ? "null" : $"\"T{random.Next(3)}\"")}",
        _ => $"\"leg\":{(random.Next(3) == 0 ? "null" : random.Next(1, 3))}",
    };

    private static string WithNulls(string plan)
    {
        var schedule = JsonNode.Parse(plan)!;
        foreach (var match in schedule["matches"]!.AsArray())
        {
            foreach (var member in LeftOut.Where(member => !match!.AsObject().ContainsKey(member)))
                match![member] = null;
        }

        return schedule.ToJsonString();
    }

    private async Task<string> SnapshotAsync(string id, string filter) => Describe(LogProbe.StateOf(await server.Nobody.EntriesAsync(id, filter)));

    /// <summary>Returns what all have in common that see the same: whatever differs between two events is left out.</summary>
    private static string Describe(Dictionary<string, string> state) => string.Join('\n', state.Where(entry => entry.Key != "event").OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry =>
        $"{entry.Key} {string.Join(' ', JsonDocument.Parse(entry.Value).RootElement.EnumerateObject().Where(member => IsOfContent(entry.Key, member.Name)).Select(member => member.Value.GetRawText()))}"));

    private static bool IsOfContent(string key, string member) =>
        key.StartsWith("match/", StringComparison.Ordinal) ? member is not ("eventId" or "at") : member is "sets" or "status" or "winner" or "claimedBy" or "removed";

    /// <summary>A client that has only ever read the stream.</summary>
    private sealed class Follower(ContractServer server, string eventId, string filter, StreamClient stream, Dictionary<string, string> state) : IAsyncDisposable
    {
        public string Filter => filter;

        public static async Task<Follower> OpenAsync(ContractServer server, string eventId, string filter)
        {
            var stream = await StreamClient.OpenAsync(server.Nobody, $"/api/events/{eventId}/stream?{filter}");
            var snapshot = await stream.NextAsync();
            return new Follower(server, eventId, filter, stream, LogProbe.StateOf(snapshot!.Data.GetProperty("entries").EnumerateArray()));
        }

        /// <summary>Reads up to now, and returns what the client shows then.</summary>
        public async Task<string> StateAsync()
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"Mark {Guid.NewGuid()}");
            await Expect.SuccessAsync(await server.Organizer.PatchAsync($"/api/events/{eventId}", new { name = mark }));
            while (true)
            {
                var entry = (await stream.NextAsync())!.Data;
                if (entry.Text("key") == "event" && entry.Text("name") == mark)
                    return Describe(state);
                LogProbe.Apply(state, entry);
            }
        }

        public ValueTask DisposeAsync() => stream.DisposeAsync();
    }
}
