using System.Text.Json;

namespace LiveFeed.Api.Schedules;

/// <summary>A match status in the query string, as the word that JSON has for it: <c>inProgress</c>.</summary>
internal readonly record struct StatusQuery(MatchStatus Status)
{
    // Enum.TryParse accepts more than the words of the contract: numbers, and several words at once.
    private static readonly Dictionary<string, MatchStatus> Statuses =
        Enum.GetValues<MatchStatus>().ToDictionary(status => JsonNamingPolicy.CamelCase.ConvertName(status.ToString()));

    public static bool TryParse(string text, out StatusQuery query)
    {
        var isWord = Statuses.TryGetValue(text, out var status);
        query = new StatusQuery(status);
        return isWord;
    }
}
