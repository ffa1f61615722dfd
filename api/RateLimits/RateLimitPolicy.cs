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
    ClaimWrite,
    CoverageWrite,
    ScheduleWrite,
    MemberWrite,
    Transfer,
    Poll,

    /// <summary>
    /// Tickets for streams. Streams themselves are limited by how many are open: a browser that was rejected once never comes back.
    /// </summary>
    Ticket,

    /// <summary>Sign-in and registration, by address.</summary>
    SignIn,

    /// <summary>Sign-in and registration, by account.</summary>
    Account,

    /// <summary>Everything that anonymous readers do, by address.</summary>
    Anonymous,
}
