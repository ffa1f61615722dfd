namespace LiveFeed.Domain.Feed;

/// <summary>The version of the schema of what a stream sends, such as <c>1.0</c>.</summary>
/// <param name="Major">Grows if a client of the version before can't read it: a member has gone or has another type or meaning.</param>
/// <param name="Minor">Grows if such a client can: a member was added, or a word to an enumeration. Clients ignore what they don't know.</param>
public readonly record struct SchemaVersion(int Major, int Minor)
{
    public override string ToString() => $"{Major}.{Minor}";
}
