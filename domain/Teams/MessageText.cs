namespace LiveFeed.Domain.Teams;

/// <summary>What a message may say.</summary>
public static class MessageText
{
    /// <summary>The maximum length, in UTF-16 code units.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The maximum number of lines.</summary>
    public const int MaxLines = 100;

    /// <summary>
    /// Returns the text as it is stored: each line as <see cref="DisplayText"/> cleans names, no empty lines around it and at most one between two others.
    /// An error if nothing is left of it, or too much.
    /// </summary>
    public static Result<string> Clean(string text)
    {
        // Characters that show nothing count too: who sends many of them wants something else than to write.
        if (text.Length > MaxLength)
            return Malformed($"A message has at most {MaxLength} characters.");
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var clean = DisplayText.Clean(line.Replace('\t', ' '));
            if (clean.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
                lines.Add(clean);
        }

        if (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines.Count == 0 ? Malformed("A message needs a text that can be seen.")
            : lines.Count > MaxLines ? Malformed($"A message has at most {MaxLines} lines.")
            : string.Join('\n', lines) is var joined && joined.Length > MaxLength ? Malformed($"A message has at most {MaxLength} characters.")
            : joined;
    }

    private static Error Malformed(string message) => Error.Invalid(ErrorCode.InvalidRequest, "text", message);
}
