using MediatR;

namespace LiveFeed.Domain;

/// <summary>Removes stored responses of a user who has too many, a limited number at a time. Returns how many.</summary>
/// <param name="UserId">The user.</param>
/// <param name="ExpireBefore">Those that expire before this are too many.</param>
public sealed record RemoveSurplusResponses(UserId UserId, DateTimeOffset ExpireBefore) : ICommand<RemovedRows>;

internal sealed class RemoveSurplusResponsesHandler(IIdempotencyStore store) : IRequestHandler<RemoveSurplusResponses, Result<RemovedRows>>
{
    public async Task<Result<RemovedRows>> Handle(RemoveSurplusResponses command, CancellationToken cancellationToken) =>
        new RemovedRows(await store.RemoveAsync(command.UserId, command.ExpireBefore));
}
