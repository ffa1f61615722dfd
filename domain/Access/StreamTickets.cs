using MediatR;

namespace LiveFeed.Domain.Access;

/// <summary>Creates a ticket that opens one stream within 60 seconds.</summary>
public sealed record CreateStreamTicket(string UserId, DateTimeOffset AccessEndsAt) : ICommand<IssuedTicket>;

/// <summary>A ticket, as its owner gets it.</summary>
public sealed record IssuedTicket(string Ticket, DateTimeOffset ExpiresAt);

internal sealed class CreateStreamTicketHandler(ISessionStore sessions, TimeProvider time)
    : IRequestHandler<CreateStreamTicket, Result<IssuedTicket>>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    public Task<Result<IssuedTicket>> Handle(CreateStreamTicket command, CancellationToken cancellationToken)
    {
        var secret = Secrets.Create();
        var expiresAt = time.Now() + Lifetime;
        sessions.Add(new StreamTicket
        {
            Hash = Secrets.Hash(secret),
            UserId = command.UserId,
            ExpiresAt = expiresAt,
            AccessEndsAt = command.AccessEndsAt,
        });
        return Task.FromResult<Result<IssuedTicket>>(new IssuedTicket(secret, expiresAt));
    }
}

/// <summary>Redeems a ticket, which can be used once. An unknown ticket is rejected by a read, without using the writer's time.</summary>
public sealed record RedeemStreamTicket(string Ticket) : IRequest<Result<RedeemedTicket>>;

/// <summary>The user of a redeemed ticket, and until when the user's stream may run.</summary>
public sealed record RedeemedTicket(User User, DateTimeOffset AccessEndsAt);

internal sealed class RedeemStreamTicketHandler(ISessionStore sessions, IMediator mediator)
    : IRequestHandler<RedeemStreamTicket, Result<RedeemedTicket>>
{
    public async Task<Result<RedeemedTicket>> Handle(RedeemStreamTicket request, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(request.Ticket);
        return await sessions.FindTicketAsync(hash, cancellationToken) is null
            ? UseUpTicketHandler.InvalidTicket
            : await mediator.SendAsync(new UseUpTicket(hash));
    }
}

internal sealed record UseUpTicket(string Hash) : ICommand<RedeemedTicket>;

internal sealed class UseUpTicketHandler(ISessionStore sessions, IUserStore users, TimeProvider time)
    : IRequestHandler<UseUpTicket, Result<RedeemedTicket>>
{
    public static readonly Error InvalidTicket =
        new(ErrorCode.InvalidTicket, "This ticket was used or has expired. Get a new one from POST /api/streams/tickets.");

    public async Task<Result<RedeemedTicket>> Handle(UseUpTicket command, CancellationToken cancellationToken)
    {
        var ticket = await sessions.FindTicketAsync(command.Hash, cancellationToken);
        if (ticket is null || ticket.ExpiresAt <= time.Now() || await users.FindAsync(ticket.UserId, cancellationToken) is not { } user)
            return InvalidTicket;
        sessions.Remove(ticket);
        return new RedeemedTicket(user, ticket.AccessEndsAt);
    }
}
