namespace LiveFeed.Domain.ImportExport;

/// <summary>The part of an import that one transaction takes.</summary>
/// <param name="Scores">Which of the import's scores.</param>
/// <param name="Claims">Which of its claims.</param>
/// <param name="CoveragePlans">Which of its coverage plans.</param>
internal readonly record struct ImportPart(Range Scores, Range Claims, Range CoveragePlans)
{
    /// <summary>Cuts an import into parts, in its order. There is at least one, which may be empty.</summary>
    /// <param name="import">The import.</param>
    /// <param name="size">After how many items a part ends; a part is longer only by the rest of a plan.</param>
    public static IReadOnlyList<ImportPart> Cut(Import import, int size)
    {
        var parts = new List<ImportPart>();
        var (score, claim, plan) = (0, 0, 0);
        do
        {
            var left = size;
            parts.Add(new ImportPart(
                Take(import.Scores, ref score, _ => 1, ref left),
                Take(import.Claims, ref claim, _ => 1, ref left),
                Take(import.CoveragePlans, ref plan, one => 1 + one.SelectedMatches.Count, ref left)));
        }
        while (score < import.Scores.Count || claim < import.Claims.Count || plan < import.CoveragePlans.Count);
        return parts;
    }

    /// <summary>Returns the index of the part's first item of a kind in the import's list of that kind.</summary>
    public int Offset(string kind) => kind switch { "score" => Scores.Start.Value, "claim" => Claims.Start.Value, _ => CoveragePlans.Start.Value };

    private static Range Take<T>(IReadOnlyList<T> items, ref int next, Func<T, int> weight, ref int left)
    {
        var first = next;
        while (left > 0 && next < items.Count)
            left -= weight(items[next++]);
        return first..next;
    }
}
