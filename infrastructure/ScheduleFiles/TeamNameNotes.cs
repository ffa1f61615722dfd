namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Finds names of teams that people should look at: others that look alike, and one name that is several teams.</summary>
internal static class TeamNameNotes
{
    // Each pair of names is compared. Beyond that a file takes too long, and nobody reads so many notes.
    private const int MaxCompared = 1_000;
    private const int MaxNamed = 5;
    private const int ShortestWord = 4;

    /// <summary>Returns what was taken for placeholders; null if nothing was.</summary>
    public static FileNote? ForLabels(IEnumerable<string> labels) => labels.Distinct().ToList() is { Count: > 0 } taken
        ? new FileNote(null, null, $"Read as placeholders, and not as teams: {FileWords.List(taken)}.")
        : null;

    public static IEnumerable<FileNote> ForTeams<TScope>(NameNumbers<TScope> teams)
    {
        foreach (var (spelling, name, line) in teams.OtherSpellings)
            yield return new FileNote(line, null, $"\"{FileWords.Short(spelling)}\" is the same team as \"{FileWords.Short(name)}\": the names differ only in case or blanks.");

        foreach (var division in teams.All.GroupBy(team => team.Scope))
        {
            var names = division.Take(MaxCompared).Select(team => (team.Name, team.Line, Skeleton: NameKey.Skeleton(team.Name))).ToList();
            for (var i = 0; i < names.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (LooksLike(names[i].Skeleton, names[j].Skeleton))
                        yield return new FileNote(names[i].Line, null, $"\"{FileWords.Short(names[i].Name)}\" looks like \"{FileWords.Short(names[j].Name)}\"{(names[j].Line is { } line ? $" on line {line}" : "")}. They are read as two teams; if they are one, write them alike.");
                }
            }
        }

        var repeated = teams.All.GroupBy(team => NameKey.Of(team.Name)).Where(name => name.Count() > 1).Select(name => name.First().Name).ToList();
        if (repeated.Count > 0)
        {
            yield return new FileNote(null, null,
                $"{string.Join(", ", repeated.Take(MaxNamed).Select(name => $"\"{FileWords.Short(name)}\""))}{(repeated.Count > MaxNamed ? $" and {repeated.Count - MaxNamed} more" : "")}: the name is in several divisions, which makes a team of each.");
        }
    }

    // Equal but for accents and marks; or one letter differs in a word. "Blue 1" and "Blue 2", or "Blue A" and "Blue B", are two teams.
    private static bool LooksLike(string one, string other)
    {
        if (one == other)
            return one.Length > 0;
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var start = one.AsSpan().CommonPrefixLength(other);
        var rest1 = one.AsSpan(start);
        var rest2 = other.AsSpan(start);
        var isOneStep = one.Length == other.Length ? rest1[1..].SequenceEqual(rest2[1..]) : rest1.Length > rest2.Length ? rest1[1..].SequenceEqual(rest2) : rest2[1..].SequenceEqual(rest1);
        return isOneStep && start >= ShortestWord && IsInWord(rest1) && IsInWord(rest2);
    }

    // The last letter may be the team's own, with a number after it or not: "Blue A", "Blue B 2".
    private static bool IsInWord(ReadOnlySpan<char> rest) => rest.Length > 1 && char.IsLetter(rest[0]) && char.IsLetter(rest[1]);
}
