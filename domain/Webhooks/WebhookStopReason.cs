namespace LiveFeed.Domain.Webhooks;

/// <summary>Why a webhook gets nothing any more.</summary>
public enum WebhookStopReason
{
    /// <summary>An organizer has paused it.</summary>
    Organizer,

    /// <summary>All attempts have failed for too long.</summary>
    Failing,

    /// <summary>The receiver has responded with 410: it wants no more.</summary>
    Gone,

    /// <summary>The event is archived, and everything of it was delivered.</summary>
    EventArchived,
}
