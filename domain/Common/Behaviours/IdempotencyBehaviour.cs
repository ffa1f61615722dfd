using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;

namespace LiveFeed.Domain;

/// <summary>
/// Returns the first response to a repeated command. Runs inside the transaction, so that the response is stored with the change or not at
/// all. Rejections that changed nothing are not stored: the client may correct the request and send the same key again.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(IIdempotencyStore store, TimeProvider time)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IIdempotent { IdempotencyKey: { } key, Actor: var actor })
            return await next();

        var now = time.Now();
        var hash = Hash(request);
        var known = await store.FindAsync(actor.UserId, key);
        if (known is not null && known.ExpiresAt > now)
        {
            return known.RequestHash == hash
                ? known.ReadResponse<TResponse>().AsReplay()
                : TResponse.Failed(new Error(ErrorCode.IdempotencyKeyReused, "This idempotency key was used for another request within 24 hours. Make a new key for every new write."));
        }

        var result = await next();
        if (result.Commits)
            await store.PutAsync(known, IdempotencyRecord.From(actor.UserId, key, hash, result, now + Kept));
        return result;
    }

    // Includes the type of the command: commands of two types may serialize to the same JSON.
    private static string Hash(TRequest request) => Convert.ToHexString(
        SHA256.HashData([.. Encoding.UTF8.GetBytes(typeof(TRequest).Name), .. JsonSerializer.SerializeToUtf8Bytes(request)]));
}
