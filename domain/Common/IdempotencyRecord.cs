using System.Text.Json;

namespace LiveFeed.Domain;

/// <summary>The first response to a command, stored for repeats.</summary>
public sealed class IdempotencyRecord
{
    public required UserId UserId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the command, so that another command under the same key is noticed.</summary>
    public required string RequestHash { get; set; }

    public required string AnswerJson { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public static IdempotencyRecord From<TOutcome>(UserId userId, string key, string hash, TOutcome result, DateTimeOffset expiresAt) => new()
    {
        UserId = userId,
        Key = key,
        RequestHash = hash,
        AnswerJson = JsonSerializer.Serialize(result, ApiJson.Options),
        ExpiresAt = expiresAt,
    };

    public TOutcome ReadResponse<TOutcome>() => JsonSerializer.Deserialize<TOutcome>(AnswerJson, ApiJson.Options)!;
}
