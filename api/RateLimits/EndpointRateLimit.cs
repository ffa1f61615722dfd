using LiveFeed.Api.Http;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.RateLimits;

/// <summary>The limits that endpoints apply themselves, because the bucket's owner is known only after something was read.</summary>
internal sealed class EndpointRateLimit(TokenBuckets buckets, IOptions<RateLimitOptions> options)
{
    /// <summary>Returns null if there was a token left; otherwise the error.</summary>
    public async ValueTask<Error?> TryTakeAsync(HttpContext context, RateLimitPolicy policy, string owner)
    {
        if (!options.Value.Enabled)
            return null;
        var state = await buckets.TakeAsync(policy, owner);
        RateLimiting.Report(context, state);
        return state.Taken ? null : RateLimiting.ToError(context, policy, state);
    }

    /// <summary>
    /// Limits sign-in and registration by account. What comes from one address has a small bucket of its own, so that nobody elsewhere can
    /// lock the owner out; only what passes it counts against the account everywhere.
    /// </summary>
    public async ValueTask<Error?> TryTakeAccountAsync(HttpContext context, string email) =>
        await TryTakeAsync(context, RateLimitPolicy.Account, AccountAtAddress(context, email)) ?? await TryTakeAsync(context, RateLimitPolicy.AccountAnywhere, Account(email));

    /// <summary>Names an account as it is used from the address of this request.</summary>
    public static string AccountAtAddress(HttpContext context, string email) => $"{context.ClientAddress()} {Account(email)}";

    /// <summary>Returns the account's name, cut so that nobody can make the server remember long texts.</summary>
    private static string Account(string email) => ShortText.Of(email.Trim().ToLowerInvariant(), 254);
}
