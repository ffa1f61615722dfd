using System.Text.RegularExpressions;
using LiveFeed.Api.Schedules;

namespace LiveFeed.Api.Errors;

/// <summary>Describes in the client's words what could not be read of a request: the framework's messages name our types.</summary>
internal static partial class BindingErrors
{
    public static Error ToError(BadHttpRequestException exception)
    {
        if (exception is InvalidParameterException invalid)
            return invalid.Error;
        if (Parameter().Match(exception.Message) is { Success: true } parameter)
        {
            var (type, name) = (parameter.Groups[1].Value, parameter.Groups[2].Value);
            if (type == nameof(EventId))
                return EventId.Malformed;
            return Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} is {Expected(type)}.");
        }

        return NoBody().IsMatch(exception.Message)
            ? Error.Invalid(ErrorCode.InvalidJson, "body", "Send a body: a JSON object, with Content-Type: application/json.")
            : new Error(ErrorCode.InvalidRequest, exception.Message);
    }

    private static string Expected(string type) => type switch
    {
        "int" or nameof(MatchId) => "a 32-bit integer",
        "bool" => "true or false",
        nameof(StatusQuery) => "scheduled, inProgress, final or cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No words for this type yet."),
    };

    [GeneratedRegex("^Failed to bind parameter \"(?:Nullable<)?(\\w+)>? (\\w+)\" from ")]
    private static partial Regex Parameter();

    [GeneratedRegex("^(Implicit body inferred for|Required) parameter ")]
    private static partial Regex NoBody();
}
