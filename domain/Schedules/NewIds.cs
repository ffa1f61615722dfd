namespace LiveFeed.Domain.Schedules;

/// <summary>Makes ids for things that come without one.</summary>
internal static class NewIds
{
    /// <summary>Returns the number after the highest known id, or the lowest positive number that is free if there is none after it.</summary>
    public static int After(IReadOnlyCollection<int> known) => After(known, 1)[0];

    /// <summary>Returns so many ids in ascending order: those after the highest known id, or the lowest positive ones that are free if there are too few.</summary>
    public static IReadOnlyList<int> After(IReadOnlyCollection<int> known, int count)
    {
        var highest = known.Append(0).Max();
        return [.. highest <= int.MaxValue - count ? Enumerable.Range(highest + 1, count) : Enumerable.Range(1, known.Count + count).Except(known).Take(count)];
    }

    public static Error Taken(string what, object id) => Error.Invalid(ErrorCode.IdTaken, "id", $"There is a {what} {id} already. Leave the id out to get a new one.");
}
