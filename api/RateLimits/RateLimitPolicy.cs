namespace LiveFeed.Api.RateLimits;

/// <summary>
/// The kinds of calls, each with its own buckets. Each signed-in user has one bucket of each kind; anonymous readers share one per address.
/// </summary>
internal enum RateLimitPolicy
{
    /// <summary>Reads of single things, and reads and changes of events.</summary>
    Read,

    /// <summary>Reads of lists.</summary>
    List,
    ScoreWrite,

    /// <summary>Batches of scores.</summary>
    ScoreBatch,
    ClaimWrite,
    IncidentWrite,
    ClockWrite,
    CoverageWrite,

    /// <summary>Messages in teams' rooms.</summary>
    MessageWrite,

    /// <summary>Saying that one is writing.</summary>
    Typing,
    ScheduleWrite,
    MemberWrite,
    AnnouncementWrite,

    /// <summary>Following, saying what was read, and choosing what one is notified of.</summary>
    NotificationWrite,

    /// <summary>Changes and tests of webhooks.</summary>
    WebhookWrite,

    /// <summary>Making and revoking scorer links.</summary>
    ScorerLinkWrite,

    /// <summary>Coming in by a scorer link, by link: a whole hall may share an address.</summary>
    ScorerLinkUse,
    Transfer,
    Poll,

    /// <summary>
    /// Tickets for streams. Streams themselves are limited by how many are open: a browser that was rejected once never comes back.
    /// </summary>
    Ticket,

    /// <summary>Opening streams, by address.</summary>
    OpenStream,

    /// <summary>Sign-in, by address: a hall's Wi-Fi is one address with many people behind it.</summary>
    SignIn,

    /// <summary>Registration, by address.</summary>
    Register,

    /// <summary>Sign-in and registration, by account and address.</summary>
    Account,

    /// <summary>Sign-in and registration, by account, whatever address they come from.</summary>
    AccountAnywhere,

    /// <summary>Refresh and logout with a token of this server, by token family: one session never keeps another out.</summary>
    Refresh,

    /// <summary>Refresh and logout with anything else, by address.</summary>
    UnknownRefresh,

    /// <summary>Coming in by what is no scorer link, by address.</summary>
    UnknownScorerLink,

    /// <summary>Everything that anonymous readers do, by address.</summary>
    Anonymous,
}
