namespace LiveFeed.Domain.Events;

/// <summary>
/// The format of event ids: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>, case-sensitive. Checked when an id enters, so that no id can carry a line
/// break into a header or a stream.
/// </summary>
public static class EventId
{
    public const int MaxLength = 64;

    public static bool IsValid(string? text)
    {
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
        }

        return true;
    }

    public static Error? Validate(string? text) => IsValid(text)
        ? null
        : Error.Invalid(ErrorCode.InvalidEventId, "eventId", "An event id has 1 to 64 of the characters A-Z a-z 0-9 _ and -.");
}
