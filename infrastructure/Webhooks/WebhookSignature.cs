using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.Infrastructure.Webhooks;

/// <summary>The header <c>webhook-signature</c> of Standard Webhooks: HMAC-SHA256 of <c>id.timestamp.body</c>, one for each secret.</summary>
internal static class WebhookSignature
{
    /// <summary>Returns the signatures with a space between them, as <c>v1,…</c> in base 64.</summary>
    /// <param name="secrets">The secrets, the newest first.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The request's body.</param>
    public static string Create(IReadOnlyList<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        var signatures = new string[secrets.Count];
        for (var i = 0; i < signatures.Length; i++)
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, WebhookSecret.ToKey(secrets[i]));
            hmac.AppendData(head);
            hmac.AppendData(body);
            signatures[i] = "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
        }

        return string.Join(' ', signatures);
    }
}
