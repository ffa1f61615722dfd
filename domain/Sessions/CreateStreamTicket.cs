using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Creates a ticket that opens one stream within 60 seconds.</summary>
public sealed record CreateStreamTicket(UserId UserId, string? SessionId, DateTimeOffset AccessEndsAt) : ICommand<IssuedTicket>;

/// <summary>A ticket, as its owner gets it.</summary>
public sealed record IssuedTicket(string Ticket, DateTimeOffset ExpiresAt);

internal sealed class CreateStreamTicketHandler(ISessionStore sessions, TimeProvider time)
    : IRequestHandler<CreateStreamTicket, Result<IssuedTicket>>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    public Task<Result<IssuedTicket>> Handle(CreateStreamTicket command, CancellationToken cancellationToken)
    {
        var secret = Secrets.Create();
        var expiresAt = time.Now() + Lifetime is var latest && latest < command.AccessEndsAt ? latest : command.AccessEndsAt;
        sessions.Add(new StreamTicket
        {
            Hash = Secrets.Hash(secret),
            UserId = command.UserId,
            SessionId = command.SessionId,
            ExpiresAt = expiresAt,
            AccessEndsAt = command.AccessEndsAt,
        });
        return Task.FromResult<Result<IssuedTicket>>(new IssuedTicket(secret, expiresAt));
    }
}
