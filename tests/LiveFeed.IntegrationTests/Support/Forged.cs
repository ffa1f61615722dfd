using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>Hand-made access tokens, valid ones and forged ones.</summary>
internal static class Forged
{
    private const string Key = "a-signing-key-of-the-tests-and-of-nobody-else";

    public static Dictionary<string, object> Claims(string userId) => new()
    {
        ["iss"] = "livefeed",
        ["aud"] = "livefeed",
        ["exp"] = 4_102_444_800,
        ["sub"] = userId,
        ["name"] = "Forger",
        ["role"] = "admin",
        ["jti"] = "1",
    };

    public static string Token(Dictionary<string, object> claims, string alg = "HS256", string key = Key)
    {
        var text = Encode($$"""{"alg":"{{alg}}","typ":"JWT"}""") + "." + Encode(JsonSerializer.Serialize(claims));
        var (secret, signed) = (Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text));
        return text + "." + alg switch
        {
            "HS256" => Encode(HMACSHA256.HashData(secret, signed)),
            "HS384" => Encode(HMACSHA384.HashData(secret, signed)),
            "HS512" => Encode(HMACSHA512.HashData(secret, signed)),
            _ => "",
        };
    }

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
