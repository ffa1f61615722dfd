using MediatR;

namespace LiveFeed.Domain.Sessions;

/// <summary>Removes the oldest stored responses of a user who has too many, one user at a time. Returns how many.</summary>
public sealed record RemoveSurplus : ICommand<RemovedRows>;

internal sealed class RemoveSurplusHandler(IIdempotencyStore store) : IRequestHandler<RemoveSurplus, Result<RemovedRows>>
{
    public async Task<Result<RemovedRows>> Handle(RemoveSurplus command, CancellationToken cancellationToken) =>
        new RemovedRows(await store.RemoveSurplusAsync());
}
