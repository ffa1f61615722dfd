namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>
/// A position in a file, in words for people ("cup.json: match 3 (A - B)") and as a path for programs (<c>matches[2]</c>).
/// </summary>
internal readonly record struct FileLocation(string Words, string Path)
{
    /// <summary>Returns the position of the file as a whole; its name may be empty.</summary>
    public static FileLocation OfFile(string file) => new(file, "");

    /// <summary>Returns the position of one item of a list here.</summary>
    public FileLocation Item(string list, int index, string words) =>
        new(Words.Length == 0 ? words : Words + (Path.Length == 0 ? ": " : ", ") + words, Join($"{list}[{index}]"));

    /// <summary>Returns the same position, with words for what was found there.</summary>
    public FileLocation Called(string words) => this with { Words = Words + words };

    /// <summary>Returns the position of a member. Its name is not added to the words, because the message contains it.</summary>
    public FileLocation Member(string name) => this with { Path = Join(name) };

    private string Join(string part) => Path.Length == 0 ? part : $"{Path}.{part}";
}
