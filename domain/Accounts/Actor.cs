using System.Text.Json.Serialization;
using LiveFeed.Domain.ScorerLinks;

namespace LiveFeed.Domain.Accounts;

/// <summary>The user for whom a command runs.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The display name that the user chose.</param>
/// <param name="IsAdmin">Whether the user may do everything.</param>
public sealed record Actor(UserId UserId, string Name, bool IsAdmin)
{
    /// <summary>The scorer link by which a helper is in; null for everybody else.</summary>
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScorerLinkKey? ScorerLink { get; init; }

    public ReaderIdentity ToReader() => new(UserId, IsAdmin) { Name = Name, ScorerLink = ScorerLink };
}
