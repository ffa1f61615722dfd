using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Sessions;
using LiveFeed.Infrastructure.Sessions;
using Microsoft.Extensions.Options;

namespace LiveFeed.UnitTests.Sessions;

public sealed class AccessTokensTests
{
    private const string Key = "a-signing-key-of-the-tests-and-of-nobody-else";
    private const string Session = "0199a1c2d3e47f5a8b6c7d8e9f0a1b2c";
    private readonly FakeTimeProvider time = TestTime.Create();
    private readonly EndedSessions ended = new();
    private readonly AccessTokens tokens;

    public AccessTokensTests() => tokens = new AccessTokens(Options.Create(new JwtOptions()), new SigningKey(Key), ended, time);

    [Theory]
    [InlineData(GlobalRole.User, false)]
    [InlineData(GlobalRole.Admin, true)]
    public async Task What_was_issued_is_read_again(GlobalRole role, bool isAdmin)
    {
        var issued = Issue(role);
        var read = (await tokens.ReadAsync(issued.Token)).Value!;
        Assert.Equal(new Actor(UserId.From("jo"), "Jo Scorer", isAdmin), read.Actor);
        Assert.Equal(time.GetUtcNow().AddHours(1), read.ExpiresAt);
        Assert.Equal(issued.ExpiresAt, read.ExpiresAt);
    }

    [Fact]
    public async Task A_token_of_an_ended_session_is_rejected_although_it_was_read_before()
    {
        var token = Issue().Token;
        Assert.Equal(Session, (await tokens.ReadAsync(token)).Value?.SessionId);

        ended.Add(new EndedSession { Id = Session, EndedAt = time.GetUtcNow(), ExpiresAt = time.GetUtcNow().AddHours(1) });

        Assert.Equal(ErrorCode.SessionEnded, (await tokens.ReadAsync(token)).Error?.Code);
    }

    /// <summary>Tokens of earlier versions name no session. They end by themselves within the hour.</summary>
    [Fact]
    public async Task A_token_without_a_session_is_taken() => Assert.Null((await tokens.ReadAsync(Forge("HS256", Claims()))).Value!.SessionId);

    [Fact]
    public async Task A_token_ends_to_the_second()
    {
        var token = Issue().Token;
        time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Null((await tokens.ReadAsync(token)).Error);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(ErrorCode.TokenExpired, (await tokens.ReadAsync(token)).Error?.Code);
    }

    [Fact]
    public async Task A_token_of_the_own_key_with_every_claim_is_taken() => Assert.Null((await tokens.ReadAsync(Forge("HS256", Claims()))).Error);

    public static TheoryData<string, string> Bad => new()
    {
        { "empty", "" },
        { "no token at all", "hello" },
        { "dots only", ".." },
        { "alg none", Forge("none", Claims()) },
        { "alg none without a signature", Forge("none", Claims()).Split('.') is var parts ? $"{parts[0]}.{parts[1]}." : "" },
        { "another algorithm", Forge("HS512", Claims()) },
        { "another key", Forge("HS256", Claims(), "another-signing-key-that-is-long-enough-too") },
        { "another issuer", Forge("HS256", Claims(issuer: "elsewhere")) },
        { "another audience", Forge("HS256", Claims(audience: "elsewhere")) },
        { "no subject", Forge("HS256", Claims(sub: null)) },
        { "five parts", "a.b.c.d.e" },
        { "more than 8 KB", Forge("HS256", Claims(name: new string('x', 9 * 1024))) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Anything_else_is_an_invalid_token(string what, string token) =>
        Assert.True((await tokens.ReadAsync(token)).Error?.Code == ErrorCode.InvalidToken, what);

    [Fact]
    public async Task A_token_of_a_previous_key_is_taken_and_nothing_is_signed_with_that_key()
    {
        const string previous = "a-signing-key-that-was-in-use-until-yesterday";
        using var rotated = new AccessTokens(Options.Create(new JwtOptions()), new SigningKey(Key, previous), ended, time);

        Assert.Null((await rotated.ReadAsync(Forge("HS256", Claims(), previous))).Error);
        Assert.NotNull((await tokens.ReadAsync(Forge("HS256", Claims(), previous))).Error);
        Assert.NotNull((await rotated.ReadAsync(Forge("HS256", Claims(), "another-signing-key-that-is-long-enough-too"))).Error);
        Assert.Null((await tokens.ReadAsync(rotated.Issue(Jo(GlobalRole.User), Session).Token)).Error);
    }

    [Fact]
    public async Task A_token_without_an_end_is_rejected() => Assert.NotNull((await tokens.ReadAsync(Forge("HS256", Claims(exp: null)))).Error);

    [Fact]
    public async Task A_token_with_a_changed_byte_is_an_invalid_token()
    {
        var parts = Issue().Token.Split('.');
        var payload = Encoding.UTF8.GetString(Convert.FromBase64String(Padded(parts[1]))).Replace("\"user\"", "\"admin\"", StringComparison.Ordinal);
        Assert.Equal(ErrorCode.InvalidToken, (await tokens.ReadAsync($"{parts[0]}.{Base64Url(Encoding.UTF8.GetBytes(payload))}.{parts[2]}")).Error?.Code);
    }

    [Fact]
    public void A_short_signing_key_is_rejected() => Assert.Throws<ArgumentException>(() => new SigningKey("only-thirty-one-bytes-of-a-key.."[..31]));

    private AccessToken Issue(GlobalRole role = GlobalRole.User) => tokens.Issue(Jo(role), Session);

    private User Jo(GlobalRole role) =>
        new() { Id = UserId.From("jo"), Email = "jo@example.org", DisplayName = "Jo Scorer", PasswordHash = "", Role = role, CreatedAt = time.GetUtcNow() };

    private static Dictionary<string, object?> Claims(
        string? sub = "jo", string name = "Jo", long? exp = 1_900_000_000, string issuer = "livefeed", string audience = "livefeed")
    {
        var claims = new Dictionary<string, object?> { ["name"] = name, ["role"] = "user", ["iss"] = issuer, ["aud"] = audience, ["sub"] = sub, ["exp"] = exp };
        return claims.Where(claim => claim.Value is not null).ToDictionary();
    }

    private static string Forge(string algorithm, Dictionary<string, object?> claims, string key = Key)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, typ = "JWT" });
        var signed = $"{Base64Url(head)}.{Base64Url(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var (bytes, secret) = (Encoding.ASCII.GetBytes(signed), Encoding.UTF8.GetBytes(key));
        var signature = algorithm == "HS512" ? HMACSHA512.HashData(secret, bytes) : HMACSHA256.HashData(secret, bytes);
        return $"{signed}.{Base64Url(signature)}";
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Padded(string base64Url) =>
        base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');
}
