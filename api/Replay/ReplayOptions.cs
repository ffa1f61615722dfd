namespace LiveFeed.Api.Replay;

/// <summary>How a tournament is replayed. Email and password are those of an organizer: someone who may create events.</summary>
internal sealed record ReplayOptions(string Email, string Password)
{
    public const int DefaultScorekeepers = 16;

    /// <summary>How many times faster than the tournament was played; null for as fast as the server accepts it.</summary>
    public double? Speed { get; init; }

    public int Scorekeepers { get; init; } = DefaultScorekeepers;

    /// <summary>The event to replay into; null for the one that the file suggests.</summary>
    public EventId? EventId { get; init; }

    /// <summary>Changes before this time of the file are not posted, because an earlier replay did; null for all changes.</summary>
    public DateTimeOffset? From { get; init; }

    public string Visibility { get; init; } = "public";

    /// <summary>Part of every update's id, so that the updates of two runs are never taken for repeats of each other.</summary>
    public string RunId { get; init; } = Guid.NewGuid().ToString("N");
}
