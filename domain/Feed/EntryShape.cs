namespace LiveFeed.Domain.Feed;

/// <summary>The shape of the entries of one type: what follows the members that every entry has.</summary>
/// <param name="Type">One of <see cref="EntryTypes"/>.</param>
/// <param name="Version">The version of its schema. It changes with <see cref="Body"/> and <see cref="Removed"/>; a test compares them.</param>
/// <param name="Key">The form of its key, such as <c>score/{matchId}</c>; null if its entries have none.</param>
/// <param name="Body">The type of the body.</param>
/// <param name="Removed">The type of the body if the thing is gone; null if it never goes.</param>
/// <param name="Summary">What it reports, for people.</param>
public sealed record EntryShape(string Type, SchemaVersion Version, string? Key, Type Body, Type? Removed, string Summary)
{
    /// <summary>Where its entries are.</summary>
    public EntryPlace Place { get; init; }

    /// <summary>
    /// What an entry says of its version, as its member <c>schema</c>: the major part, by which clients know that they can't read it. Left out in the first one, which is
    /// that of all entries from before there were schemas.
    /// </summary>
    public int? WrittenVersion => Version.Major > 1 ? Version.Major : null;

    /// <summary>Throws if an entry is not of this shape: what readers get would not be as its schema says.</summary>
    /// <exception cref="InvalidOperationException">The entry has another body.</exception>
    public void Validate(FeedEntryDraft entry)
    {
        var expected = entry.Removed ? Removed : Body;
        if (entry.Body.GetType() != expected)
            throw new InvalidOperationException($"The body of a {Type} is {expected?.Name ?? "never removed"}, and not {entry.Body.GetType().Name}: see {nameof(EntryShapes)}.");
        if (entry.Key is null != Key is null)
            throw new InvalidOperationException($"A {Type} has {(Key is null ? "no key" : "a key")}: see {nameof(EntryShapes)}.");
    }
}
