using System.Reflection;
using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.AcrossEvents;

/// <summary>Which leaderboard to return: <c>?event=&amp;by=team&amp;order=wins&amp;sport=</c>.</summary>
/// <param name="Events">The events that count; none for the newest ones.</param>
/// <param name="Order">What teams are ranked by.</param>
/// <param name="Sport">Only events of this sport count; null for all.</param>
internal sealed record LeaderboardQuery(IReadOnlyList<EventId> Events, LeaderboardOrder Order, string? Sport) : IBindableFromHttpContext<LeaderboardQuery>, IEndpointParameterMetadataProvider
{
    public const int MaxEvents = 32;

    // Enum.TryParse accepts more than these words.
    private static readonly Dictionary<string, LeaderboardOrder> Orders = WordsOf<LeaderboardOrder>();
    private static readonly Dictionary<string, LeaderboardGroup> Groups = WordsOf<LeaderboardGroup>();

    public static ValueTask<LeaderboardQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        Read(context, "by", Groups.Keys);
        return new(new LeaderboardQuery(
            EventsQuery.Read(context, least: 0, MaxEvents), Read(context, "order", Orders.Keys) is { } order ? Orders[order] : default, Read(context, "sport", Sports.Names)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        EventsQuery.Metadata($"An event that counts. Repeated, up to {MaxEvents} times; if none is named, the newest events that you may read count.", isRequired: false),
        new QueryParameterMetadata("by", "What a row is: a team, which is all teams of one name.", Schemas.WordsOf<LeaderboardGroup>),
        new QueryParameterMetadata("order", "What teams are ranked by; wins unless it is set.", Schemas.WordsOf<LeaderboardOrder>),
        new QueryParameterMetadata("sport", "Only events of this sport count.", () => Schemas.Words(Sports.Names)),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));

    private static string? Read(HttpContext context, string name, IReadOnlyCollection<string> words)
    {
        var text = context.Request.Query[name].ToString();
        return text.Length == 0 ? null : words.Contains(text) ? text : throw new InvalidParameterException(name, $"{name} is one of {string.Join(", ", words)}.");
    }

    private static Dictionary<string, T> WordsOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
