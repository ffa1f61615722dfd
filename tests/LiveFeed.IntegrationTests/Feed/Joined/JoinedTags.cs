using System.Security.Cryptography;
using System.Text;

namespace LiveFeed.IntegrationTests.Feed.Joined;

/// <summary>The tags of topics, by the words of the contract: the first six base-32 characters of the SHA-256 of the path.</summary>
internal static class JoinedTags
{
    public static string Of(string topic)
    {
        var bits = string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(topic)).Select(part => $"{part:b8}"));
        return string.Concat(Enumerable.Range(0, 6).Select(i => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(bits.Substring(5 * i, 5), 2)]));
    }
}
