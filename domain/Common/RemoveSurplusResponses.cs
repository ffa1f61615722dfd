using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain;

/// <summary>Removes the oldest stored responses of a user who has too many, one user at a time. Returns how many.</summary>
public sealed record RemoveSurplusResponses : ICommand<RemovedRows>;

internal sealed class RemoveSurplusResponsesHandler(IIdempotencyStore store) : IRequestHandler<RemoveSurplusResponses, Result<RemovedRows>>
{
    public async Task<Result<RemovedRows>> Handle(RemoveSurplusResponses command, CancellationToken cancellationToken) =>
        new RemovedRows(await store.RemoveSurplusAsync());
}
