using System.Text.RegularExpressions;

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
            return type switch
            {
                nameof(EventId) => EventId.Malformed,
                nameof(UserId) => CommonErrors.UserNotFound,
                nameof(MatchId) or "int" => Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} is a 32-bit integer."),
                _ => Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} has another form; see the OpenAPI document."),
            };
        }

        return NoBody().IsMatch(exception.Message)
            ? Error.Invalid(ErrorCode.InvalidJson, "body", "Send a body: a JSON object, with Content-Type: application/json.")
            : new Error(ErrorCode.InvalidRequest, exception.Message);
    }

    [GeneratedRegex("^Failed to bind parameter \"(\\w+) (\\w+)\" from ")]
    private static partial Regex Parameter();

    [GeneratedRegex("^(Implicit body inferred for|Required) parameter ")]
    private static partial Regex NoBody();
}
