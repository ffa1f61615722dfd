namespace LiveFeed.Domain.Webhooks;

/// <summary>The types of entries that a webhook gets.</summary>
internal static class WebhookTypes
{
    public static Error? Validate(IReadOnlyList<string>? types) => types is null || (types.Count > 0 && types.All(EntryTypes.OfEvents.Contains))
        ? null
        : Error.Invalid(ErrorCode.InvalidRequest, "types", $"Leave it out for all, or give some of {string.Join(", ", EntryTypes.OfEvents)}.");
}
