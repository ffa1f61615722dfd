using System.Globalization;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Schedules;

public sealed class ScheduleClashesTests
{
    private static readonly DateTimeOffset Day = new(2026, 7, 4, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Each match is its times, its court and its teams; a work team stands after a plus, and the tie of a rubber after an r. Match n is the n-th.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("10:00-11:00 c1 1-2, 11:00-12:00 c1 1-3, 10:00-11:00 c2 3-4")]
    [InlineData("10:00-11:00 c1 1-2, 10:30-11:30 c1 3-4", "court_overlap 1 2")]
    [InlineData("10:00-11:00 c1 1-2, 10:30-11:30 c2 2-3", "team_overlap 1 2")]
    [InlineData("10:00-11:00 c1 1-2, 10:30-11:30 c2 3-4 +1", "team_overlap 1 2")]
    // A team that helps where it plays is there once.
    [InlineData("10:00-11:00 c1 1-2 +1")]
    // A match without an end takes no time, unless another starts at the same one.
    [InlineData("10:00 c1 1-2, 10:30 c1 1-2")]
    [InlineData("10:00 c1 1-2, 10:00 c1 3-4", "court_overlap 1 2")]
    [InlineData("10:00-11:00 c1 1-2, 10:30 c1 3-4", "court_overlap 1 2")]
    [InlineData("10:00 c1 1-2, 10:00-11:00 c1 3-4", "court_overlap 1 2")]
    // Behind a long match the short ones clash with it, and not only with their neighbours.
    [InlineData("10:00-14:00 c1 1-2, 10:30-11:00 c1 3-4, 13:00-13:30 c1 5-6", "court_overlap 1 2, court_overlap 1 3")]
    [InlineData("10:00-11:00 c1 1-2, 10:00-12:00 c1 3-4, 11:30-12:00 c1 5-6", "court_overlap 1 2, court_overlap 2 3")]
    [InlineData("- c1 1-2, - c1 1-2")]
    // Rubbers of one tie, two of them at once, and on its court.
    [InlineData("10:00-14:00 c1 1-2, 10:00-11:00 c1 1-2 r1, 10:30-11:30 c2 1-2 r1, 11:00-12:00 c1 1-2 r1")]
    [InlineData("10:00-14:00 c1 1-2, 10:00-11:00 c1 1-2 r1, 10:30-11:30 c1 1-2 r1", "court_overlap 2 3")]
    [InlineData("- c1 1-2, 10:00-11:00 c1 1-2 r1, 10:00-12:00 c2 1-2 r1, 11:30-12:30 c1 1-3", "team_overlap 2 4")]
    [InlineData("10:00-14:00 c1 1-2, 10:00-11:00 c1 1-2 r1, 10:30-11:30 c1 3-4", "court_overlap 2 3")]
    [InlineData("10:00-14:00 c1 1-2, 10:00-11:00 c1 1-2 r1, 13:00-14:00 c1 3-4 +1", "team_overlap 1 3")]
    public void Courts_and_teams_have_one_match_at_a_time(string matches, string expected = "") => Assert.Equal(expected, Clashes(matches, TimeSpan.Zero));

    [Theory]
    [InlineData("10:00-11:00 c1 1-2, 11:30-12:00 c1 1-3", "")]
    [InlineData("10:00-11:00 c1 1-2, 11:29-12:00 c1 1-3", "short_rest 1 2")]
    [InlineData("10:00-11:00 c1 1-2, 11:00-12:00 c1 3-4 +1, 12:00-13:00 c1 3-5", "short_rest 2 3")]
    [InlineData("10:00-11:00 c1 1-2, 10:30-12:00 c2 1-3, 12:10-13:00 c1 1-4", "team_overlap 1 2, short_rest 2 3")]
    [InlineData("10:00 c1 1-2, 10:20 c1 1-3", "short_rest 1 2")]
    public void A_team_rests_between_two_matches(string matches, string expected) => Assert.Equal(expected, Clashes(matches, TimeSpan.FromMinutes(30)));

    [Fact]
    public void The_words_name_the_team_the_matches_and_the_time()
    {
        var schedule = Of("10:00-11:00 c1 1-2, 11:10-12:00 c1 1-3");
        schedule = schedule with { Matches = [schedule.Matches[0] with { Number = "M7" }, schedule.Matches[1]] };

        Assert.Equal(
            "Team 1 rests for 10 min between match M7 and match 2, and should for 30 min.",
            Assert.Single(ScheduleClashes.Find(schedule, new SchedulePolicy(TimeSpan.FromMinutes(30)))).Message);
    }

    [Fact]
    public void Ten_thousand_matches_at_one_time_make_as_many_warnings_and_no_more()
    {
        var match = Of("10:00-11:00 c1 1-2");
        var all = match with { Matches = [.. Enumerable.Range(1, Schedule.MaxMatches).Select(id => match.Matches[0] with { Id = new(id) })] };

        // The court, and both teams.
        Assert.Equal(3 * (Schedule.MaxMatches - 1), ScheduleClashes.Find(all, new SchedulePolicy(TimeSpan.FromHours(1))).Count);
    }

    private static string Clashes(string matches, TimeSpan minRest) =>
        string.Join(", ", ScheduleClashes.Find(Of(matches), new SchedulePolicy(minRest)).Select(warning => $"{warning.Code} {string.Join(' ', warning.MatchIds)}"));

    private static Schedule Of(string matches) => new(
        [], [new(1, "Court 1"), new(2, "Court 2")], [.. Enumerable.Range(1, 6).Select(id => new ScheduledTeam(id, $"Team {id}"))],
        [.. matches.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((match, index) => Match(index + 1, match.Split(' ')))]);

    private static ScheduledMatch Match(int id, string[] words)
    {
        var times = words[0].Split('-', StringSplitOptions.RemoveEmptyEntries).Select(time => (DateTimeOffset?)(Day + TimeSpan.Parse(time, CultureInfo.InvariantCulture))).ToList();
        var teams = words[2].Split('-').Select(team => int.Parse(team, CultureInfo.InvariantCulture)).ToList();
        int? workTeam = words.Length > 3 && words[3][0] == '+' ? int.Parse(words[3], CultureInfo.InvariantCulture) : null;
        MatchId? tie = words.Length > 3 && words[3][0] == 'r' ? new(int.Parse(words[3][1..], CultureInfo.InvariantCulture)) : null;
        return new ScheduledMatch(
            new(id), CourtId: words[1][1] - '0', Team1Id: teams[0], Team2Id: teams[1], StartsAt: times.ElementAtOrDefault(0), EndsAt: times.ElementAtOrDefault(1), WorkTeamId: workTeam, PartOf: tie);
    }
}
