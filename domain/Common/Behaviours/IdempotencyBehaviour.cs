using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;

namespace LiveFeed.Domain;

/// <summary>
/// Returns the first response to a repeated command, if its actor may still do it. Runs inside the transaction, so that the response is stored with the change or not at
/// all. Rejections that changed nothing are not stored: the client may correct the request and send the same key again.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(IIdempotencyStore store, EventAuthorization authorization, TeamAuthorization teams, IdempotencyPolicy policy, TimeProvider time)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IIdempotent { IdempotencyKey: { } key, Actor: var actor } idempotent)
            return await next();

        var now = time.Now();
        var hash = Hash(request);
        var known = await store.FindAsync(actor.UserId, key);
        if (known is not null && known.ExpiresAt > now)
        {
            if (known.RequestHash == hash)
                return await CheckRepeatAsync(idempotent) is { } error ? TResponse.Failed(error) : known.ReadResponse<TResponse>().AsReplay();
            return TResponse.Failed(new Error(ErrorCode.IdempotencyKeyReused, "This idempotency key was used for another request already. Make a new key for every new write."));
        }

        var result = await next();
        if (result.Commits)
            await store.PutAsync(known, IdempotencyRecord.From(actor.UserId, key, hash, result, now + policy.KeptFor));
        return result;
    }

    // Whoever has lost the role since then doesn't get what it returned.
    private async Task<Error?> CheckRepeatAsync(IIdempotent command) =>
        command is { RepeatPermission: { } permission } and IEventCommand { EventId: var eventId } ? (await authorization.AuthorizeAsync(eventId, command.Actor, permission)).Error
        : command is ITeamCommand inTeam ? (await teams.AuthorizeAsync(inTeam.EventId, inTeam.TeamId, command.Actor)).Error
        : null;

    // Includes the type of the command: commands of two types may serialize to the same JSON.
    private static string Hash(TRequest request) => Convert.ToHexString(
        SHA256.HashData([.. Encoding.UTF8.GetBytes(typeof(TRequest).Name), .. JsonSerializer.SerializeToUtf8Bytes(request)]));
}
