using System.Globalization;

namespace LiveFeed.Api.Feed;

/// <summary>Reads a filter from <c>?matches=1,2&amp;teams=…&amp;divisions=…&amp;types=…</c>.</summary>
internal static class FilterQuery
{
    private const int MaxValues = 500;

    public static Result<ReaderFilter> Parse(IQueryCollection query)
    {
        var (matches, teams, divisions) = (Ids(query, "matches"), Ids(query, "teams"), Ids(query, "divisions"));
        if ((matches.Error ?? teams.Error ?? divisions.Error) is { } error)
            return error;
        var types = query["types"].ToString() is { Length: > 0 } text ? text.Split(',') : null;
        if (types?.FirstOrDefault(type => !EntryTypes.All.Contains(type)) is { } unknown)
            return Error.Invalid(ErrorCode.InvalidRequest, "types", $"There is no entry type like this. The types are {string.Join(", ", EntryTypes.All)}.");
        return matches.Value!.Ids is null && teams.Value!.Ids is null && divisions.Value!.Ids is null && types is null
            ? ReaderFilter.All
            : new ReaderFilter(matches.Value!.Ids, teams.Value!.Ids, divisions.Value!.Ids, types);
    }

    private static Result<IdList> Ids(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
            return new IdList(null);
        var ids = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) || ids.Count == MaxValues)
                return Error.Invalid(ErrorCode.InvalidRequest, name, $"{name} is a list of at most {MaxValues} ids with commas between them, such as 17,-50497.");
            ids.Add(id);
        }

        return new IdList(ids);
    }

    private sealed record IdList(List<int>? Ids);
}
