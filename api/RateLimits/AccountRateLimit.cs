using Microsoft.Extensions.Options;

namespace LiveFeed.Api.RateLimits;

/// <summary>Limits sign-in and registration by account, whatever address they come from.</summary>
internal sealed class AccountRateLimit(TokenBuckets buckets, IOptions<RateLimitOptions> options)
{
    /// <summary>Returns null if there was a token left; otherwise the error.</summary>
    public Error? TryTake(HttpContext context, string email)
    {
        if (!options.Value.Enabled)
            return null;
        var state = buckets.Take(RateLimitPolicy.Account, Key(email));
        if (state.Taken)
            return null;
        RateLimiting.Report(context, state);
        return RateLimiting.ToError(context, state);
    }

    /// <summary>Returns the account's name, cut so that nobody can make the server remember long texts.</summary>
    public static string Key(string email)
    {
        var key = email.Trim().ToLowerInvariant();
        return key.Length <= 254 ? key : key[..254];
    }
}
