namespace LiveFeed.Api.OpenApi;

internal static class OperationIds
{
    /// <summary>Returns a stable name for generated clients: <c>getEventsScoresByMatchId</c>.</summary>
    public static string Of(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description)
    {
        var words = description.RelativePath!.Split('/').Skip(1).Where(part => part != "{eventId}").Select(part =>
            part.StartsWith('{') ? "By" + Upper(part.Trim('{', '*', '}')) : string.Concat(part.Split('-', '.').Select(Upper)));
        var one = description.RelativePath.EndsWith("/{eventId}", StringComparison.Ordinal) ? "ById" : "";
        return description.HttpMethod!.ToLowerInvariant() + string.Concat(words) + one;
    }

    private static string Upper(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
