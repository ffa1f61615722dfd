using System.Text.RegularExpressions;

namespace LiveFeed.Api.Errors;

/// <summary>Describes in the client's words what could not be read of a request: the framework's messages name our types.</summary>
internal static partial class BindingErrors
{
    public static Error ToError(BadHttpRequestException exception)
    {
        if (Parameter().Match(exception.Message) is { Success: true } parameter)
            return Error.Invalid(ErrorCode.InvalidRequest, parameter.Groups[1].Value, $"{parameter.Groups[1].Value} is a 32-bit integer.");
        return NoBody().IsMatch(exception.Message)
            ? Error.Invalid(ErrorCode.InvalidJson, "body", "Send a body: a JSON object, with Content-Type: application/json.")
            : new Error(ErrorCode.InvalidRequest, exception.Message);
    }

    [GeneratedRegex("^Failed to bind parameter \"\\S+ (\\w+)\" from ")]
    private static partial Regex Parameter();

    [GeneratedRegex("^(Implicit body inferred for|Required) parameter ")]
    private static partial Regex NoBody();
}
