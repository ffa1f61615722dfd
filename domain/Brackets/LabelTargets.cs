namespace LiveFeed.Domain.Brackets;

/// <summary>Finds what a name stands for: in the same division if there is one, else in all. A name that several have stands for none.</summary>
internal sealed class LabelTargets<T>(IEnumerable<(string Key, int? DivisionId, T Target)> targets)
    where T : class
{
    private readonly ILookup<string, (string Key, int? DivisionId, T Target)> byKey =
        targets.Where(target => target.Key.Length > 0).ToLookup(target => target.Key);

    public T? Find(string key, int? divisionId)
    {
        var found = byKey[key].ToList();
        var near = found.FindAll(target => target.DivisionId == divisionId);
        var candidates = near.Count > 0 ? near : found;
        return candidates.Count == 1 ? candidates[0].Target : null;
    }
}
