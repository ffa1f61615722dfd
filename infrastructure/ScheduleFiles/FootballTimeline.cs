using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Rebuilds the course of a match's score from a football report.</summary>
internal static class FootballTimeline
{
    private sealed record Goal(int Side, int Minute, int Stoppage);

    /// <summary>
    /// Returns the score at kick-off, after every goal and at the end. A shoot-out is a second period that is reported once, with the end.
    /// </summary>
    /// <exception cref="InvalidFileException">A member is invalid, or the goals don't add up to the score.</exception>
    public static IReadOnlyList<ScoreChange> Read(JsonElement match, DateTimeOffset kickOff, FileLocation location)
    {
        if (match.Find("score") is null)
            return [];
        var score = match.Object("score", location);
        var extraTime = score.OptionalPoints("et", location);
        var shootOut = score.OptionalPoints("p", location);
        var goals = extraTime ?? score.Points("ft", location);

        var timeline = new List<ScoreChange> { new(kickOff, [default], IsFinal: false) };
        foreach (var goal in Goals(match, location))
        {
            var (one, two) = timeline[^1].Sets[0];
            // By this clock, 90+20 is later than the 91st minute, which follows it in a report. Order matters more than the exact time.
            var at = Later(timeline[^1].At, kickOff + FootballClock.At(goal.Minute, goal.Stoppage));
            timeline.Add(new ScoreChange(at, [goal.Side == 1 ? new SetScore(one + 1, two) : new SetScore(one, two + 1)], IsFinal: false));
        }

        if (timeline[^1].Sets[0] != goals)
            throw new InvalidFileException(location.Member("score"), $"the goals add up to {timeline[^1]}, but the score is {goals.Team1}-{goals.Team2}");
        var end = Later(timeline[^1].At, kickOff + FootballClock.End(extraTime is not null, shootOut is not null));
        timeline.Add(new ScoreChange(end, shootOut is { } penalties ? [goals, penalties] : [goals], IsFinal: true));
        return timeline;
    }

    // Own goals need no special care: the reports list them under the side for which they count. Goals are listed by scorer, hence the
    // sorting.
    private static IEnumerable<Goal> Goals(JsonElement match, FileLocation location) =>
        Side(match, 1, location).Concat(Side(match, 2, location)).OrderBy(goal => goal.Minute).ThenBy(goal => goal.Stoppage);

    private static IEnumerable<Goal> Side(JsonElement match, int side, FileLocation location) =>
        match.OptionalObjects($"goals{side}", location).Select((goal, index) => Read(goal, side, location.Item($"goals{side}", index, $"goal {index + 1} of team {side}")));

    private static Goal Read(JsonElement goal, int side, FileLocation location)
    {
        var read = new Goal(side, goal.Integer("minute", location), goal.OptionalInteger("offset", location) ?? 0);
        return read is { Minute: >= 0 and <= 120, Stoppage: >= 0 and <= 60 }
            ? read
            : throw new InvalidFileException(location.Member("minute"), $"minute {read.Minute}+{read.Stoppage} cannot be");
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
