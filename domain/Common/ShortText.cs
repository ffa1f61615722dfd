namespace LiveFeed.Domain;

/// <summary>Cuts texts to a length, and no character in two: not every database takes half of one.</summary>
public static class ShortText
{
    /// <summary>Returns the beginning of a text, of at most a number of UTF-16 code units.</summary>
    public static string Of(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
}
