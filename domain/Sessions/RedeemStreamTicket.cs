using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Redeems a ticket, which can be used once. An unknown or expired ticket is rejected by a read, without using the writer's time.</summary>
public sealed record RedeemStreamTicket(string Ticket) : IRequest<Result<RedeemedTicket>>;

/// <summary>The user of a redeemed ticket, the user's session, and until when the user's stream may run.</summary>
public sealed record RedeemedTicket(User User, string? SessionId, DateTimeOffset AccessEndsAt);

internal sealed class RedeemStreamTicketHandler(ISessionStore sessions, IMediator mediator, TimeProvider time)
    : IRequestHandler<RedeemStreamTicket, Result<RedeemedTicket>>
{
    public async Task<Result<RedeemedTicket>> Handle(RedeemStreamTicket request, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(request.Ticket);
        return await sessions.FindTicketAsync(hash) is { } ticket && !ticket.HasEnded(time.Now())
            ? await mediator.SendAsync(new UseUpTicket(hash))
            : UseUpTicketHandler.InvalidTicket;
    }
}
