namespace LiveFeed.Domain.Access;

public interface IUserStore
{
    Task<User?> FindAsync(string userId, CancellationToken cancellationToken);

    Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    void Add(User user);
}

public interface IMemberStore
{
    Task<Member?> FindAsync(string eventId, string userId, CancellationToken cancellationToken);

    Task<int> CountOrganizersAsync(string eventId, CancellationToken cancellationToken);

    void Add(Member member);

    void Remove(Member member);
}

public interface ISessionStore
{
    Task<RefreshToken?> FindAsync(string hash, CancellationToken cancellationToken);

    void Add(RefreshToken token);

    Task RemoveFamilyAsync(string familyId, CancellationToken cancellationToken);

    void Add(StreamTicket ticket);

    Task<StreamTicket?> FindTicketAsync(string hash, CancellationToken cancellationToken);

    void Remove(StreamTicket ticket);

    /// <summary>Removes tokens, tickets and stored responses that have expired. Returns how many.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Hashes passwords. A hash is slow on purpose, so only a limited number is computed at once.</summary>
public interface IPasswordHashing
{
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <summary>
    /// Returns whether the password matches. Takes the same time if <paramref name="hash"/> is null because there is no such user.
    /// </summary>
    Task<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken);
}

public interface IAccessTokens
{
    AccessToken Issue(User user);
}

/// <summary>A signed access token.</summary>
/// <param name="Token">What the client presents.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Lifetime">How long it is valid after it was issued.</param>
public sealed record AccessToken(string Token, DateTimeOffset ExpiresAt, TimeSpan Lifetime);

/// <summary>Validates access tokens.</summary>
public interface IAccessTokenReader
{
    /// <summary>Returns the contents of a valid token; otherwise the error <c>invalid_token</c> or <c>token_expired</c>.</summary>
    ValueTask<Result<ReadToken>> ReadAsync(string token);
}

/// <summary>The contents of a valid access token.</summary>
public sealed record ReadToken(Actor Actor, DateTimeOffset ExpiresAt);
