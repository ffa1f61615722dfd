using System.Globalization;

namespace LiveFeed.Api.Pages.Plain;

/// <summary>
/// The query of a display: <c>?court=1,2</c> or <c>?court=all</c>, or without it a choice of courts; <c>&amp;theme=light</c>.
/// </summary>
/// <param name="IsAll">Whether to show every court.</param>
/// <param name="Courts">The requested courts, each once and ordered by id; null (no court) is last.</param>
/// <param name="IsLight">Whether to show dark text on a light background.</param>
/// <param name="HasOthers">Whether the request also named courts on which nothing is planned.</param>
internal sealed record DisplayQuery(bool IsAll, IReadOnlyList<int?> Courts, bool IsLight, bool HasOthers = false)
{
    /// <summary>The maximum number of courts. More can't be read from afar.</summary>
    public const int MostCourts = 12;

    /// <summary>Stands for the matches that have no court.</summary>
    public const string NoCourt = "none";

    public static DisplayQuery All { get; } = new(true, [], false);

    public bool IsChoice => !IsAll && Courts.Count == 0 && !HasOthers;

    public static DisplayQuery Of(int? court) => new(false, [court], false);

    public static Result<DisplayQuery> Parse(IQueryCollection query)
    {
        var isLight = query["theme"] == "light";
        var text = query["court"].ToString();
        if (text is "" or "all")
            return new DisplayQuery(text.Length > 0, [], isLight);
        var courts = new List<int?>();
        foreach (var part in text.Split(','))
        {
            var isId = int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id);
            if ((!isId && part != NoCourt) || courts.Count == MostCourts)
            {
                return Error.Invalid(
                    ErrorCode.InvalidRequest, "court", $"court is all, or a list of at most {MostCourts} ids of courts with commas between them, such as 1,2.");
            }

            courts.Add(isId ? id : null);
        }

        return new DisplayQuery(false, [.. courts.Distinct().OrderBy(id => id is null).ThenBy(id => id)], isLight);
    }

    /// <summary>
    /// Returns the query limited to the courts that exist. All other courts count as one, so that clients can't create ever more pages.
    /// </summary>
    public DisplayQuery Among(IReadOnlySet<int?> known) =>
        Courts.All(known.Contains) ? this : this with { Courts = [.. Courts.Where(known.Contains)], HasOthers = true };

    /// <summary>Returns the query in one form, however it was written.</summary>
    public string Address()
    {
        var courts = Courts.Select(id => id?.ToString(CultureInfo.InvariantCulture) ?? NoCourt);
        var court = IsAll ? "all" : string.Join(',', HasOthers ? courts.Append("others") : courts);
        return "?view=plain" + (court.Length > 0 ? $"&court={court}" : "") + (IsLight ? "&theme=light" : "");
    }
}
