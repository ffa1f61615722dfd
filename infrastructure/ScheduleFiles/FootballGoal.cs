using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>One goal of a football report.</summary>
/// <param name="Side">1 or 2: the side for which it counts.</param>
/// <param name="At">Its minute.</param>
/// <param name="Number">Which goal of the match it was, if the file says it.</param>
internal sealed record FootballGoal(int Side, FootballMinute At, int Number)
{
    /// <summary>Returns the goals in the order of play; none if the file names no scorers.</summary>
    /// <param name="match">The match.</param>
    /// <param name="location">Its position.</param>
    /// <param name="faults">Gets what is wrong with the goals.</param>
    // Own goals need no special care: the reports list them under the side for which they count. Goals are listed by scorer, hence the
    // sorting.
    public static IReadOnlyList<FootballGoal> Read(JsonElement match, FileLocation location, FaultCollector faults) =>
        [.. OfSide(match, 1, location, faults).Concat(OfSide(match, 2, location, faults))
            .OrderBy(goal => goal.At.Minute).ThenBy(goal => goal.At.Stoppage).ThenBy(goal => goal.Number)];

    private static List<FootballGoal> OfSide(JsonElement match, int side, FileLocation location, FaultCollector faults)
    {
        var list = $"goals{side}";
        var goals = faults.Try(() => match.OptionalObjects(list, location).ToList()) ?? [];
        return [.. goals
            .Select((goal, index) => faults.Try(() => Read(goal, side, location.Item(list, index, $"goal {index + 1} of team {side}"))))
            .OfType<FootballGoal>()];
    }

    private static FootballGoal Read(JsonElement goal, int side, FileLocation location)
    {
        // Older files have the score after each goal. It decides the order of two goals in one minute.
        var (one, two) = (goal.OptionalCount("score1", location), goal.OptionalCount("score2", location));
        return new FootballGoal(side, FootballMinute.Read(goal, location), (one ?? 0) + (two ?? 0));
    }
}
