using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Reads one match of a football file.</summary>
/// <param name="timeZone">The zone of times without one.</param>
/// <param name="withResults">Whether results are read: a schedule can be valid although its results are not.</param>
/// <param name="unknownGround">The court of matches that name no ground; null for none.</param>
/// <param name="faults">Gets everything that is wrong.</param>
internal sealed class FootballMatchReader(TimeZoneInfo timeZone, bool withResults, string? unknownGround, FaultCollector faults)
{
    /// <summary>Returns the match, or null if it has faults.</summary>
    /// <param name="match">The match.</param>
    /// <param name="round">The round that contains it; null if the file lists matches without rounds.</param>
    /// <param name="location">Its position.</param>
    public FootballMatch? Read(JsonElement match, string? round, FileLocation location)
    {
        if (match.ValueKind != JsonValueKind.Object)
        {
            faults.Try<FootballMatch>(() => throw new InvalidFileException(location, "a match must be an object"));
            return null;
        }

        var before = faults.Count;
        var team1 = faults.Try(() => match.Name("team1", location));
        var team2 = faults.Try(() => match.Name("team2", location));
        var named = team1 is not null && team2 is not null ? location.Called($" ({team1} - {team2})") : location;
        if (team1 is not null && team2 is not null && NameKey.Of(team1) == NameKey.Of(team2) && !TeamText.IsPlaceholder(team1))
            faults.Try<string>(() => throw new InvalidFileException(named.Member("team2"), "a team cannot play itself"));

        var kickOff = FootballKickOff.Read(match, timeZone, named, faults);
        var group = faults.Try(() => match.OptionalText("group", named));
        var division = faults.Try(() => group ?? match.OptionalText("round", named) ?? round ?? match.OptionalText("stage", named) ?? match.Text("round", named));
        var court = faults.Try(() => match.OptionalName("ground", named) ?? match.OptionalName("stadium", named) ?? unknownGround);
        var (timeline, notes) = withResults ? ReadCourse(match, kickOff.At, named) : ([], []);
        return faults.Count == before
            ? new FootballMatch(Number(match), team1!, team2!, division!, group is not null, court, kickOff, timeline, notes)
            : null;
    }

    private (IReadOnlyList<ScoreChange> Timeline, IReadOnlyList<FileNote> Notes) ReadCourse(JsonElement match, DateTimeOffset kickOff, FileLocation location)
    {
        var word = faults.Try(() => match.OptionalText("status", location));
        var status = Status(word);
        var result = faults.Try(() => FootballResult.Read(match, location));
        // The goals of an awarded match are not real ones.
        var goals = status is FootballStatus.Awarded ? [] : FootballGoal.Read(match, location, faults);
        return (
            FootballTimeline.Create(kickOff, status, result, goals),
            [.. Notes(status, word, result, goals).Select(note => new FileNote(null, null, $"{location.Words}: {note}"))]);
    }

    private static IEnumerable<string> Notes(FootballStatus status, string? word, FootballResult? result, IReadOnlyList<FootballGoal> goals)
    {
        var score = result is null ? "" : FormattableString.Invariant($"{result.Goals.Team1}-{result.Goals.Team2}");
        if (status is FootballStatus.Other)
            yield return $"the status {word} is not known, and ignored";
        if (status is FootballStatus.Awarded && result is null)
            yield return "it was awarded, but to nobody in this file, and stays scheduled";
        if (result is null)
            yield break;
        if (result.ShootOut is { } penalties && FootballTimeline.HasShootOutOfTwoLegs(result))
            yield return FormattableString.Invariant($"its shoot-out, {penalties.Team1}-{penalties.Team2}, decided two legs and not this match, whose score is {score}");
        var sum = FootballTimeline.Sum(goals);
        if (goals.Count > 0 && sum != result.Goals)
            yield return FormattableString.Invariant($"the goals add up to {sum.Team1}-{sum.Team2}, but the score is {score}: it is played without its goals");
    }

    private static FootballStatus Status(string? word) => word?.ToLowerInvariant() switch
    {
        null => FootballStatus.None,
        "postponed" => FootballStatus.Postponed,
        "cancelled" or "canceled" => FootballStatus.Cancelled,
        "abandoned" => FootballStatus.Abandoned,
        "awarded" => FootballStatus.Awarded,
        _ => FootballStatus.Other,
    };

    private static int? Number(JsonElement match) =>
        match.Find("num") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;
}
