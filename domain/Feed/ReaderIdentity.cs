namespace LiveFeed.Domain.Feed;

/// <summary>The reader: a signed-in user, or an anonymous one.</summary>
public sealed record ReaderIdentity(UserId? UserId, bool IsAdmin)
{
    public static readonly ReaderIdentity Anonymous = new(null, false);
}
