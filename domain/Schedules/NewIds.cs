namespace LiveFeed.Domain.Schedules;

/// <summary>Makes ids for things that come without one.</summary>
internal static class NewIds
{
    /// <summary>Returns the number after the highest known id, or the lowest positive number that is free if there is none after it.</summary>
    public static int After(IReadOnlyCollection<int> known)
    {
        var highest = known.Append(0).Max();
        return highest < int.MaxValue ? highest + 1 : Enumerable.Range(1, known.Count + 1).Except(known).First();
    }

    public static Error Taken(string what, object id) => Error.Invalid(ErrorCode.IdTaken, "id", $"There is a {what} {id} already. Leave the id out to get a new one.");
}
