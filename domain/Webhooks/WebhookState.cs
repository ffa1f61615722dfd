namespace LiveFeed.Domain.Webhooks;

/// <summary>Whether a webhook gets what its event publishes.</summary>
public enum WebhookState
{
    Active,

    /// <summary>It gets nothing until an organizer resumes it, and then what it has missed.</summary>
    Paused,

    /// <summary>It is over. Resuming it is possible, if its event is open.</summary>
    Ended,
}
