using System.Text.Json;
using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.Privacy;

/// <summary>The job that takes an erased user's messages and name out of the feeds.</summary>
/// <param name="UserId">The user.</param>
/// <param name="ErasedAt">When the account was erased.</param>
public sealed record ErasedUser(UserId UserId, DateTimeOffset ErasedAt)
{
    public const string JobKind = "erased-user";

    /// <summary>
    /// For how long after the erasure something of the user may still be written: by what was accepted before, and waited for its transaction on some instance.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>When the job is done once more, for what was written meanwhile.</summary>
    public DateTimeOffset SettledAt => ErasedAt + Settling;

    /// <summary>Reads a job's payload.</summary>
    public static ErasedUser From(string payload) => JsonSerializer.Deserialize<ErasedUser>(payload, ApiJson.Options)!;

    internal static Job JobOf(UserId userId, DateTimeOffset now) => new()
    {
        Id = $"{JobKind}/{userId}",
        Kind = JobKind,
        Payload = JsonSerializer.Serialize(new { UserId = userId, ErasedAt = now }, ApiJson.Options),
        CreatedAt = now,
        DueAt = now,
    };
}
