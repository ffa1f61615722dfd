namespace LiveFeed.Domain.Feed;

/// <summary>The reader: a signed-in user, or an anonymous one.</summary>
public sealed record ReaderIdentity(UserId? UserId, bool IsAdmin)
{
    /// <summary>The name that the user chose; null for an anonymous reader.</summary>
    public string? Name { get; init; }

    public static readonly ReaderIdentity Anonymous = new(null, false);
}
