using System.Globalization;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles;

/// <summary>Reads a recording for a test, and describes it: one line for each match, with placeholders in brackets.</summary>
internal static class RecordingText
{
    public static async Task<RecordedTournament> ReadAsync(string path, string timeZone = "UTC")
    {
        var read = await new ScheduleFileReader().ReadRecordingAsync(path, TimeZoneInfo.FindSystemTimeZoneById(timeZone), CancellationToken.None);
        return read.Value ?? throw new InvalidOperationException(read.Error!.Detail);
    }

    public static IEnumerable<string> Describe(RecordedTournament tournament)
    {
        var teams = tournament.Schedule.Teams.ToDictionary(team => team.Id, team => team.Name);
        foreach (var match in tournament.Schedule.Matches)
        {
            string Side(int? id, string? label) => id is { } team ? teams[team] : $"[{label}]";
            var course = tournament.Played.SingleOrDefault(played => played.Id == match.Id)?.Timeline.Select(change => Describe(change, match.StartsAt)) ?? ["scheduled"];
            yield return $"{match.Id} {Side(match.Team1Id, match.Team1Label)} - {Side(match.Team2Id, match.Team2Label)}: {string.Join(", ", course)}";
        }
    }

    public static IEnumerable<string> Starts(RecordedTournament tournament) =>
        tournament.Schedule.Matches.Select(match => match.StartsAt?.ToString("yyyy-MM-dd HH:mm K", CultureInfo.InvariantCulture).Replace(" +00:00", "Z", StringComparison.Ordinal) ?? "?");

    /// <summary>Asserts that every match begins at 0-0, grows by one goal at a time, and is final at its end.</summary>
    public static void AssertGoalByGoal(RecordedTournament tournament)
    {
        foreach (var match in tournament.Played)
        {
            var planned = tournament.Schedule.Matches.Single(planned => planned.Id == match.Id);
            Assert.Equal(planned.StartsAt, match.Timeline[0].At);
            Assert.Equal(planned.EndsAt, match.Timeline[^1].At);
            Assert.Equal("0-0", match.Timeline[0].ToString());
            Assert.Equal(match.Timeline.Count - 1, match.Timeline.ToList().FindIndex(change => change.IsFinal));
            foreach (var (before, after) in match.Timeline.Zip(match.Timeline.Skip(1)))
            {
                Assert.True(before.At <= after.At, match.Title);
                Assert.Equal(after.IsFinal ? 0 : 1, Goals(after) - Goals(before));
            }
        }
    }

    public static int Goals(ScoreChange change) => change.Sets[0].Team1 + change.Sets[0].Team2;

    private static string Describe(ScoreChange change, DateTimeOffset? start)
    {
        var at = start is { } kickOff ? string.Create(CultureInfo.InvariantCulture, $"{(change.At - kickOff).TotalMinutes}' ") : "";
        var end = change.Status switch { MatchStatus.Final => " final", MatchStatus.InProgress => "", var status => $" {status.ToString().ToLowerInvariant()}" };
        if (change.Details?.Outcome is { } outcome)
            end += $" {outcome.Kind.ToString().ToLowerInvariant()}";
        return $"{at}{change}{end}";
    }
}
