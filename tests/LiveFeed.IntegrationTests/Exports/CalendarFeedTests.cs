using System.Net;
using Ical.Net;
using Ical.Net.CalendarComponents;
using LiveFeed.IntegrationTests.Support;

namespace LiveFeed.IntegrationTests.Exports;

public sealed class CalendarFeedTests(TimedServer server) : IClassFixture<TimedServer>
{
    private const string Long = "Volleyball-Spielgemeinschaft Östliches Oberallgäu; Abteilung „Freizeit, Mixed“ \\\\ 東京";

    private static readonly string Schedule =
        $$"""
        {"divisions":[{"id":3,"name":"Women"},{"id":4,"name":"Mixed"}],"courts":[{"id":1,"name":"Court, 1"},{"id":2,"name":"Court 2"}],
         "teams":[{"id":10,"name":"{{Long}}","divisionId":3},{"id":11,"name":"Red","divisionId":3}],
         "matches":[
           {"id":1,"divisionId":3,"courtId":1,"team1Id":10,"team2Id":11,"startsAt":"2026-07-04T12:30:00Z","endsAt":"2026-07-04T13:30:00Z"},
           {"id":2,"divisionId":4,"courtId":2,"team1Id":11,"team2Id":10,"startsAt":"2026-07-05T12:30:00Z"},
           {"id":3,"team1Id":11,"team2Label":"Winner of match 1"}]}
        """;

    [Fact]
    public async Task Every_match_with_a_start_is_an_event_in_UTC()
    {
        var id = await server.CupInBerlinAsync(Schedule);

        var (text, events) = await ReadAsync(id);

        Assert.Equal([$"1.{id}@livefeed", $"2.{id}@livefeed"], events.Select(one => one.Uid));
        var first = events[0];
        Assert.Equal((Long.Replace("\\\\", "\\") + " - Red", "Court, 1", "Women", "CONFIRMED"), (first.Summary, first.Location, Assert.Single(first.Categories), first.Status));
        Assert.Contains("\r\nDTSTART:20260704T123000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTEND:20260704T133000Z\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task A_result_or_another_time_is_a_later_version_of_the_same_event()
    {
        var id = await server.CupInBerlinAsync(Schedule);
        var before = (await ReadAsync(id)).Events;
        server.Time.Advance(TimeSpan.FromMinutes(1));

        await server.Organizer.ClaimAsync(id, 1);
        await Expect.SuccessAsync(await ScoreAsync(id, 1, "final", (25, 20), (25, 20), (25, 19)));
        await server.Organizer.ClaimAsync(id, 2);
        await Expect.SuccessAsync(await ScoreAsync(id, 2, "cancelled"));
        var scored = (await ReadAsync(id)).Events;

        Assert.EndsWith(" - Red 3:0 (25:20, 25:20, 25:19)", scored[0].Summary);
        Assert.Equal("CANCELLED", scored[1].Status);
        Assert.Equal(before.Select(one => one.Uid), scored.Select(one => one.Uid));
        Assert.All(before.Zip(scored), pair => Assert.True(IsLater(pair.First, pair.Second)));

        server.Time.Advance(TimeSpan.FromMinutes(1));
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", Schedule.Replace("2026-07-05T12:30:00Z", "2026-07-05T13:30:00Z", StringComparison.Ordinal)));
        var moved = (await ReadAsync(id)).Events;

        Assert.True(IsLater(scored[1], moved[1]));
        Assert.Equal((scored[0].Sequence, scored[0].LastModified), (moved[0].Sequence, moved[0].LastModified));
    }

    [Fact]
    public async Task A_calendar_can_be_of_one_team_division_or_court()
    {
        var id = await server.CupInBerlinAsync(Schedule);

        Assert.Equal([$"2.{id}@livefeed"], (await ReadAsync(id, "?court=2")).Events.Select(one => one.Uid));
        Assert.Equal([$"1.{id}@livefeed"], (await ReadAsync(id, "?division=3")).Events.Select(one => one.Uid));
        Assert.Equal([$"2.{id}@livefeed"], (await ReadAsync(id, "?teamId=10&division=4")).Events.Select(one => one.Uid));
        Assert.Equal(2, (await ReadAsync(id, "?teamId=10")).Events.Count);
        Assert.Empty((await ReadAsync(id, "?teamId=12")).Events);
    }

    [Fact]
    public async Task The_calendar_read_as_a_schedule_has_the_same_matches()
    {
        var id = await server.CupInBerlinAsync(Schedule);
        var (text, _) = await ReadAsync(id);

        var preview = await Expect.SuccessAsync(await server.Organizer.Http.PostAsync($"/api/events/{id}/schedule/preview", new StringContent(text)));

        Assert.Equal("calendar", preview.Text("format"));
        var matches = preview.GetProperty("changes").GetProperty("matches");
        Assert.Equal((0, 0, 1), (matches.GetProperty("added").GetArrayLength(), matches.GetProperty("changed").GetArrayLength(), matches.GetProperty("removed").GetArrayLength()));
    }

    private static bool IsLater(CalendarEvent one, CalendarEvent other) => other.Sequence > one.Sequence && other.LastModified!.Value > one.LastModified!.Value;

    private Task<HttpResponseMessage> ScoreAsync(string id, int matchId, string status, params (int Team1, int Team2)[] sets) =>
        server.Organizer.PostAsync($"/api/events/{id}/scores", new { matchId, status, sets = sets.Select(set => new { team1 = set.Team1, team2 = set.Team2 }) });

    private async Task<(string Text, List<CalendarEvent> Events)> ReadAsync(string id, string query = "")
    {
        var response = await server.Nobody.GetAsync($"/api/events/{id}/calendar.ics{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        return (text, [.. Calendar.Load(text)!.Events.OfType<CalendarEvent>()]);
    }
}
