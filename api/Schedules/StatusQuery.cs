using System.Reflection;
using System.Text.Json;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Schedules;

/// <summary>Matches of which status to return: <c>?status=inProgress</c>, the word that JSON has for it. Null for all.</summary>
internal sealed record StatusQuery(MatchStatus? Value) : IBindableFromHttpContext<StatusQuery>, IEndpointParameterMetadataProvider
{
    private const string Name = "status";

    // Enum.TryParse accepts more than these words: numbers, and several words at once.
    private static readonly Dictionary<string, MatchStatus> Statuses =
        Enum.GetValues<MatchStatus>().ToDictionary(status => JsonNamingPolicy.CamelCase.ConvertName(status.ToString()));

    public static ValueTask<StatusQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Query[Name].ToString();
        if (text.Length == 0)
            return new(new StatusQuery((MatchStatus?)null));
        return Statuses.TryGetValue(text, out var status)
            ? new(new StatusQuery(status))
            : throw new InvalidParameterException(Name, $"{Name} is one of {string.Join(", ", Statuses.Keys)}.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(Name, "Matches that have come so far.", Schemas.WordsOf<MatchStatus>),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
