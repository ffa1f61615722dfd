using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>Issues and validates access tokens: JWT, signed with HMAC-SHA-256.</summary>
internal sealed class AccessTokens : IAccessTokens, IAccessTokenReader, IDisposable
{
    private const int MaxLength = 8_192;
    private const int MaxKnown = 20_000;
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly JwtOptions options;
    private readonly IEndedSessions ended;
    private readonly TimeProvider time;
    private readonly SigningCredentials credentials;
    private readonly TokenValidationParameters rules;

    // A scorekeeper sends the same token with every point, so its signature is verified once. Its expiry and its session are checked every
    // time.
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MaxKnown });

    public AccessTokens(IOptions<JwtOptions> options, SigningKey key, IEndedSessions ended, TimeProvider time)
    {
        (this.options, this.ended, this.time) = (options.Value, ended, time);
        credentials = new SigningCredentials(new SymmetricSecurityKey(key.Bytes), SecurityAlgorithms.HmacSha256);
        rules = new TokenValidationParameters
        {
            IssuerSigningKeys = [.. key.Believed.Select(bytes => new SymmetricSecurityKey(bytes))],
            // Only this algorithm: neither "none" nor one that the token names.
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidIssuer = this.options.Issuer,
            ValidAudience = this.options.Issuer,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            // The expiry is checked below, against the injected clock and to the second.
            ValidateLifetime = false,
        };
    }

    public AccessToken Issue(User user, string sessionId)
    {
        var now = time.GetUtcNow();
        var lifetime = options.AccessLifetime;
        // A helper's ends with the link.
        if (user.ScorerUntil - now is { } left && left < lifetime)
            lifetime = left;
        var expires = DateTimeOffset.FromUnixTimeSeconds((now + lifetime).ToUnixTimeSeconds());
        var claims = new Dictionary<string, object>
        {
            ["sub"] = user.Id.Value,
            ["name"] = user.DisplayName,
            ["role"] = user.Role == GlobalRole.Admin ? "admin" : "user",
            ["sid"] = sessionId,
            ["jti"] = Guid.NewGuid().ToString("N"),
        };
        if (user.GetScorerLink() is { } link)
            (claims["scorer_event"], claims["scorer_link"]) = (link.EventId.Value, link.LinkId);
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Issuer,
            Audience = options.Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = credentials,
            Claims = claims,
        });
        return new AccessToken(token, expires, lifetime);
    }

    public async ValueTask<Result<ReadToken>> ReadAsync(string token)
    {
        if (!known.TryGetValue(token, out ReadToken? read))
        {
            if (await CheckAsync(token) is not { } valid)
                return Invalid;
            read = known.Set(token, valid, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KnownFor });
        }

        return read!.ExpiresAt <= time.GetUtcNow() ? Expired
            : read.SessionId is { } sessionId && ended.Contains(sessionId) ? EndedSession.Refused
            : read;
    }

    public void Dispose() => known.Dispose();

    private async Task<ReadToken?> CheckAsync(string token)
    {
        // Checked before the library sees the token. This server's tokens are signed, so they have three parts, and they are short. An
        // encrypted token has five parts and may be compressed.
        if (token.Length > MaxLength || token.AsSpan().Count('.') != 2)
            return null;
        var result = await handler.ValidateTokenAsync(token, rules);
        return result.IsValid && result.SecurityToken is JsonWebToken jwt && jwt.ValidTo != DateTime.MinValue
            && jwt.TryGetPayloadValue<string>("sub", out var subject) && UserId.TryParse(subject, out var userId) && jwt.TryGetPayloadValue<string>("name", out var name)
            && jwt.TryGetPayloadValue<string>("role", out var role)
                ? new ReadToken(
                    new Actor(userId, name, role == "admin") { ScorerLink = ScorerLinkOf(jwt) }, new DateTimeOffset(DateTime.SpecifyKind(jwt.ValidTo, DateTimeKind.Utc)),
                    jwt.TryGetPayloadValue<string>("sid", out var sessionId) ? sessionId : null)
                : null;
    }

    private static ScorerLinkKey? ScorerLinkOf(JsonWebToken jwt) =>
        jwt.TryGetPayloadValue<string>("scorer_event", out var eventId) && jwt.TryGetPayloadValue<string>("scorer_link", out var linkId)
            ? new ScorerLinkKey(EventId.From(eventId), linkId)
            : null;

    private static readonly Error Expired =
        new(ErrorCode.TokenExpired, "The access token has expired. Get a new one from POST /api/auth/refresh, or sign in again.");

    private static readonly Error Invalid =
        new(ErrorCode.InvalidToken, "The access token is not one of this server's. Sign in with POST /api/auth/login.");
}
