using MediatR;

namespace LiveFeed.Domain.Sessions;

internal sealed record UseUpTicket(string Hash) : ICommand<RedeemedTicket>;

internal sealed class UseUpTicketHandler(ISessionStore sessions, IUserStore users, IEndedSessions ended, TimeProvider time)
    : IRequestHandler<UseUpTicket, Result<RedeemedTicket>>
{
    public static readonly Error InvalidTicket =
        new(ErrorCode.InvalidTicket, "This ticket was used or has expired. Get a new one from POST /api/streams/tickets for every stream that you open; ?lastEventId= continues after the last entry that you have.");

    public async Task<Result<RedeemedTicket>> Handle(UseUpTicket command, CancellationToken cancellationToken)
    {
        var ticket = await sessions.FindTicketAsync(command.Hash);
        if (ticket is null || ticket.HasEnded(time.Now()) || (ticket.SessionId is { } sessionId && ended.Contains(sessionId))
            || await users.FindAsync(ticket.UserId) is not { } user)
            return InvalidTicket;
        sessions.Remove(ticket);
        return new RedeemedTicket(user, ticket.SessionId, ticket.AccessEndsAt);
    }
}
