using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Webhooks;

/// <summary>A webhook, as the event's organizers see it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Url">The address that entries are sent to.</param>
/// <param name="Types">The types of entries that it gets; null for all.</param>
/// <param name="State">Whether it gets what the event publishes.</param>
/// <param name="Reason">Why it doesn't; null if it is active.</param>
/// <param name="Cursor">Everything in the event's feed up to here was delivered.</param>
/// <param name="Lag">How many entries of the feed are after the cursor, of whatever type; null if the feed's log is another one by now.</param>
/// <param name="LastSuccessAt">When something was delivered last; null if nothing was.</param>
/// <param name="LastError">Why the last attempt that failed did so; null if none has.</param>
/// <param name="LastErrorAt">When that was.</param>
/// <param name="Failures">How many attempts have failed since the last success.</param>
/// <param name="NextAttemptAt">When the next attempt is made; null if none has failed.</param>
/// <param name="PreviousSecretUntil">Until when the secret before signs deliveries too; null if there is none.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Secret">What deliveries are signed with: only in the response that makes it, and can't be read again.</param>
public sealed record WebhookView(
    string Id, string Url, IReadOnlyList<string>? Types, WebhookState State, WebhookStopReason? Reason, string Cursor, long? Lag,
    DateTimeOffset? LastSuccessAt, string? LastError, DateTimeOffset? LastErrorAt, int Failures, DateTimeOffset? NextAttemptAt,
    DateTimeOffset? PreviousSecretUntil, DateTimeOffset CreatedAt, PersonView CreatedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null);
