namespace LiveFeed.Domain;

public static class ErrorCodes
{
    private static readonly Dictionary<ErrorCode, string> Names =
        Enum.GetValues<ErrorCode>().ToDictionary(code => code, code => SnakeCase.From(code.ToString()));

    /// <summary>Returns the code as clients see it, such as <c>claim_held</c>.</summary>
    public static string ToWireName(this ErrorCode code) => Names[code];
}
