using System.Globalization;
using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Feed;

/// <summary>A filter in the query string: <c>?matches=1,2&amp;teams=…&amp;divisions=…&amp;types=…</c>. What is null is not filtered.</summary>
internal sealed record FilterQuery(List<MatchId>? Matches, List<int>? Teams, List<int>? Divisions, string[]? Types)
    : IBindableFromHttpContext<FilterQuery>, IEndpointParameterMetadataProvider
{
    private const int MaxValues = 500;
    private static readonly FilterQuery None = new(null, null, null, null);

    public static ValueTask<FilterQuery?> BindAsync(HttpContext context, ParameterInfo parameter) => new(From(context.Request.Query));

    /// <summary>Reads the filter of a query string.</summary>
    /// <exception cref="InvalidParameterException">A parameter is malformed.</exception>
    public static FilterQuery From(IQueryCollection query) => query.Count == 0
        ? None
        : new FilterQuery(Ids(query, "matches")?.ConvertAll(MatchId.From), Ids(query, "teams"), Ids(query, "divisions"), ReadTypes(query));

    /// <summary>Returns the filter. It is made on demand, because a poll that finds nothing new needs none.</summary>
    public ReaderFilter ToFilter() => Matches is null && Teams is null && Divisions is null && Types is null
        ? ReaderFilter.All
        : new ReaderFilter(Matches, Teams, Divisions, Types);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata("matches", "Only these matches: ids with commas between them.", () => Schemas.ListOf(Schemas.Id())),
        new QueryParameterMetadata("teams", "Only matches of these teams.", () => Schemas.ListOf(Schemas.Id())),
        new QueryParameterMetadata("divisions", "Only matches of these divisions.", () => Schemas.ListOf(Schemas.Id())),
        new QueryParameterMetadata("types", "Only entries of these types.", () => Schemas.ListOf(Schemas.Words(EntryTypes.All))),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));

    private static List<int>? Ids(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
            return null;
        var ids = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) || ids.Count == MaxValues)
                throw new InvalidParameterException(name, $"{name} is a list of at most {MaxValues} ids with commas between them, such as 17,-50497.");
            ids.Add(id);
        }

        return ids;
    }

    private static string[]? ReadTypes(IQueryCollection query)
    {
        var text = query["types"].ToString();
        if (text.Length == 0)
            return null;
        var types = text.Split(',');
        return Array.TrueForAll(types, EntryTypes.All.Contains)
            ? types
            : throw new InvalidParameterException("types", $"There is no entry type like this. The types are {string.Join(", ", EntryTypes.All)}.");
    }
}
