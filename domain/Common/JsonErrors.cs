using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.Domain;

/// <summary>Describes what is wrong with a JSON body in the client's words, not in those of our types.</summary>
public static class JsonErrors
{
    // Not generated: the generator's code uses System.Buffers, which this layer does without.
    private static readonly Regex Unmapped = new("^The JSON property '(.*)' could not be mapped");
    private static readonly Regex Missing = new(@"missing required properties including: (.*?)\.?( Path:.*)?$");
    private static readonly Regex Quoted = new("'([^']*)'");

    public static Error ToError(JsonException exception)
    {
        var field = Field(exception.Path);
        var message = exception.Message;
        if (exception is ApiJsonException)
            return Error.Invalid(ErrorCode.InvalidJson, field, message);
        if (Unmapped.Match(message) is { Success: true } unknown)
            return Error.Invalid(ErrorCode.InvalidJson, Join(field, unknown.Groups[1].Value), $"There is no member \"{unknown.Groups[1].Value}\" here. Check its spelling.");
        if (Missing.Match(message) is { Success: true } missing)
        {
            var names = Quoted.Matches(missing.Groups[1].Value).Select(match => match.Groups[1].Value).ToList();
            return new Error(
                ErrorCode.InvalidJson, "Members are missing: " + string.Join(", ", names) + ".",
                names.ToDictionary(name => Join(field, name), _ => new[] { "This member is required." }));
        }

        if (message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return Error.Invalid(ErrorCode.InvalidJson, field, "A member stands here twice.");
        return message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) || message.Contains("null", StringComparison.Ordinal)
            ? Error.Invalid(ErrorCode.InvalidJson, field, "The value has the wrong type or is not one of those allowed.")
            : Error.Invalid(ErrorCode.InvalidJson, field, $"This is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}).");
    }

    /// <summary>Returns <c>$.sets[0].team1</c> as <c>sets[0].team1</c>, and the whole body as <c>body</c>.</summary>
    private static string Field(string? path) => path is null or "$" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    private static string Join(string field, string name) =>
        field == "body" ? name : field == name || field.EndsWith("." + name, StringComparison.Ordinal) ? field : $"{field}.{name}";
}
