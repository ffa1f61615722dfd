using System.Security.Cryptography;

namespace LiveFeed.Domain.Webhooks;

/// <summary>The secrets that sign deliveries, written as Standard Webhooks has them: <c>whsec_</c> and the key in base 64.</summary>
public static class WebhookSecret
{
    /// <summary>The maximum length of a secret, in characters.</summary>
    public const int MaxLength = 100;

    private const string Prefix = "whsec_";
    private const int NewBytes = 32;
    private const int MinBytes = 24;
    private const int MaxBytes = 64;

    public static string Create() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(NewBytes));

    /// <summary>Returns the key of a secret.</summary>
    public static byte[] ToKey(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);

    /// <summary>Returns what is wrong with a secret that was given; null if nothing is, or none was given.</summary>
    internal static Error? Validate(string? secret)
    {
        var key = new byte[MaxBytes];
        return secret is null || (secret.Length <= MaxLength && secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length >= MinBytes)
            ? null
            : Error.Invalid(ErrorCode.InvalidRequest, "secret", $"Give {Prefix} and {MinBytes} to {MaxBytes} random bytes in base 64, or leave it out: then one is made.");
    }
}
