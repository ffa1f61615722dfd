using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Events;

/// <summary>The id of an event: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>, case-sensitive.</summary>
[JsonConverter(typeof(TextIdJsonConverter<EventId>))]
public readonly record struct EventId : ITextId<EventId>
{
    public const int MaxLength = 64;

    /// <summary>What is wrong with a text that is no event id.</summary>
    public static readonly Error Malformed = Error.Invalid(ErrorCode.InvalidEventId, "eventId", "An event id has 1 to 64 of the characters A-Z a-z 0-9 _ and -.");

    private EventId(string value) => Value = value;

    public string Value { get; }

    public static EventId From(string text) => TryParse(text, out var id) ? id : throw new FormatException($"\"{text}\" is no event id.");

    public static bool TryParse([NotNullWhen(true)] string? text, out EventId id)
    {
        id = default;
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
        {
            // Ids are written into headers and streams as they are, so a line break must not be among them.
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
        }

        id = new EventId(text);
        return true;
    }

    public override string ToString() => Value;
}
