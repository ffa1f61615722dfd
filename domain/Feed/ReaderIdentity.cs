using LiveFeed.Domain.ScorerLinks;

namespace LiveFeed.Domain.Feed;

/// <summary>The reader: a signed-in user, or an anonymous one.</summary>
public sealed record ReaderIdentity(UserId? UserId, bool IsAdmin)
{
    /// <summary>The name that the user chose; null for an anonymous reader.</summary>
    public string? Name { get; init; }

    /// <summary>The scorer link by which a helper is in; null for everybody else.</summary>
    public ScorerLinkKey? ScorerLink { get; init; }

    /// <summary>Returns whether the reader is a helper in this event.</summary>
    public bool HelpsIn(EventId eventId) => ScorerLink?.EventId == eventId;

    public static readonly ReaderIdentity Anonymous = new(null, false);
}
