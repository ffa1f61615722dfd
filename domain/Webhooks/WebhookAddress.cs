namespace LiveFeed.Domain.Webhooks;

/// <summary>The addresses that webhooks may have. Where a name leads is examined when it is connected to.</summary>
internal static class WebhookAddress
{
    public const int MaxLength = 2_000;

    public static Error? Validate(string url, bool allowHttp)
    {
        if (url.Length > MaxLength || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0
            || !(address.Scheme == Uri.UriSchemeHttps || (allowHttp && address.Scheme == Uri.UriSchemeHttp)))
        {
            return Invalid($"Give an address that begins with https:// and has at most {MaxLength} characters.");
        }

        return address.UserInfo.Length > 0 || address.Fragment.Length > 0
            ? Invalid("The address can't have a user, a password or a fragment. Deliveries are signed: the receiver knows by that who has sent them.")
            : null;
    }

    private static Error Invalid(string message) => Error.Invalid(ErrorCode.InvalidRequest, "url", message);
}
