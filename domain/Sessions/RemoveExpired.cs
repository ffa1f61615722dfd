using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Removes expired tokens, tickets, invitations, scorer links and stored responses, a limited number at a time. Returns how many.</summary>
public sealed record RemoveExpired : ICommand<RemovedRows>;

internal sealed class RemoveExpiredHandler(ISessionStore sessions, TimeProvider time) : IRequestHandler<RemoveExpired, Result<RemovedRows>>
{
    public async Task<Result<RemovedRows>> Handle(RemoveExpired command, CancellationToken cancellationToken) =>
        new RemovedRows(await sessions.RemoveExpiredAsync(time.Now()));
}
