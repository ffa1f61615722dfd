namespace LiveFeed.Domain.Accounts;

/// <summary>Passwords that whoever guesses tries first: well-known ones, repetitions and sequences.</summary>
internal static class CommonPasswords
{
    private const int MaxUnit = 5;
    private static readonly HashSet<string> Known = Read();

    public static bool Includes(string password)
    {
        var text = password.Trim().ToLowerInvariant();
        return text.Length < AccountRules.MinPassword || IsRepetition(text) || IsSequence(text) || Known.Contains(text);
    }

    /// <summary>Returns whether a few characters are repeated, such as <c>abcabcabcabc</c>.</summary>
    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, MaxUnit).Any(unit => text.AsSpan(unit).SequenceEqual(text.AsSpan(0, text.Length - unit)));

    /// <summary>Returns whether each character follows the one before it, up or down, such as <c>9876543210</c> or <c>1234567890</c>.</summary>
    private static bool IsSequence(string text) => Follows(text, 1) || Follows(text, -1);

    private static bool Follows(string text, int step) =>
        text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First == step || (char.IsAsciiDigit(pair.First) && pair.Second - pair.First == -9 * step));

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("LiveFeed.Domain.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
