using System.Text.Json;

namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// Reads openfootball's JSON: a list of matches, or of rounds with matches, as older files have it. What it has no ids for gets some here,
/// which are the same at every reading: a match has the number that the file gives it, else its position, divisions count up in the order in
/// which they appear, teams and courts in the order of their names. Members that are not known are ignored.
/// </summary>
internal static class OpenFootballReader
{
    /// <summary>Whether the file has the form of openfootball's, as far as its top says it.</summary>
    public static bool HasMatches(JsonElement root) => JsonFile.HasList(root, "matches") || JsonFile.HasList(root, "rounds");

    /// <summary>Reads the plan only: a schedule can be valid although its results are not.</summary>
    /// <param name="root">The file's content.</param>
    /// <param name="timeZone">The zone of times without one.</param>
    /// <exception cref="InvalidFileException">Members are missing or invalid.</exception>
    public static RecordedTournament ReadSchedule(JsonElement root, TimeZoneInfo timeZone) => Read(root, "", timeZone, withResults: false, unknownGround: null);

    /// <summary>Reads the plan and the results. Matches that name no ground share a court.</summary>
    /// <param name="root">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="timeZone">The zone of times without one.</param>
    /// <exception cref="InvalidFileException">Members are missing or invalid.</exception>
    public static RecordedTournament ReadRecording(JsonElement root, string file, TimeZoneInfo timeZone) =>
        Read(root, file, timeZone, withResults: true, "Unknown ground");

    private static RecordedTournament Read(JsonElement root, string file, TimeZoneInfo timeZone, bool withResults, string? unknownGround)
    {
        var (top, faults) = (FileLocation.OfFile(file), new FaultCollector());
        var name = faults.Try(() => root.Text("name", top));
        var matches = ReadMatches(root, top, new FootballMatchReader(timeZone, withResults, unknownGround, faults), faults);
        faults.ThrowIfAny();

        var names = new List<FileNote>();
        var schedule = FootballSchedule.Create(matches, names);
        // Whoever plays a recording can't change its names; whoever plans with a file can.
        if (withResults)
            schedule = schedule.WithoutRepeatedNumbers();
        return new RecordedTournament(
            EventKeys.FromName(name!),
            name!,
            "football",
            schedule,
            [.. matches.Zip(schedule.Matches)
                .Where(pair => pair.First.Timeline.Count > 0)
                .Select(pair => new RecordedMatch(pair.Second.Id, pair.First.Team1, pair.First.Team2, pair.First.Timeline))])
        {
            TimesWithoutZone = matches.Count(match => match.KickOff is { HasTime: true, HasZone: false }),
            Notes = withResults ? [.. matches.SelectMany(match => match.Notes)] : names,
        };
    }

    private static List<FootballMatch> ReadMatches(JsonElement root, FileLocation top, FootballMatchReader reader, FaultCollector faults)
    {
        var (matches, count) = (new List<FootballMatch>(), 0);
        foreach (var (match, round, location) in Listed(root, top, null).Concat(InRounds(root, top, faults)))
        {
            if (++count > Schedule.MaxMatches)
            {
                faults.Add(FileFault.TooManyMatches(null));
                break;
            }

            if (reader.Read(match, round, location) is { } read)
                matches.Add(read);
            if (faults.IsFull)
                break;
        }

        return matches;
    }

    private static IEnumerable<(JsonElement Match, string? Round, FileLocation Location)> Listed(JsonElement owner, FileLocation location, string? round) =>
        owner.Find("matches") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((match, index) => (match, round, location.Item("matches", index, $"match {index + 1}")))
            : [];

    private static IEnumerable<(JsonElement Match, string? Round, FileLocation Location)> InRounds(JsonElement root, FileLocation top, FaultCollector faults)
    {
        if (!JsonFile.HasList(root, "rounds"))
            yield break;
        var index = 0;
        foreach (var round in root.GetProperty("rounds").EnumerateArray())
        {
            var location = top.Item("rounds", index, $"round {index + 1}");
            index++;
            if (!JsonFile.HasList(round, "matches"))
            {
                faults.Try<string>(() => throw new InvalidFileException(location, "a round must be an object with a list 'matches'"));
                continue;
            }

            var name = faults.Try(() => round.OptionalText("name", location));
            foreach (var match in Listed(round, name is null ? location : location.Called($" ({name})"), name))
                yield return match;
        }
    }
}
