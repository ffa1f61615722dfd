using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;

namespace LiveFeed.Domain;

/// <summary>
/// Gives a repeated command its first answer. Runs inside the transaction, so that the answer is kept with the change or not at all.
/// Refusals that changed nothing are not kept: the client may mend what was wrong and send the same key again.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(IIdempotencyStore store, TimeProvider time)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, IOutcome<TResponse>
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IIdempotent { IdempotencyKey: { } key, Actor: var actor })
            return await next();

        var now = time.Now();
        var hash = Hash(request);
        var known = await store.FindAsync(actor.UserId, key, cancellationToken);
        if (known is not null && known.ExpiresAt > now)
        {
            return known.RequestHash == hash
                ? known.Answer<TResponse>().AsReplay()
                : TResponse.Refused(new Error(ErrorCode.IdempotencyKeyReused, "This idempotency key was used for another request within 24 hours. Make a new key for every new write."));
        }

        var result = await next();
        if (result.Commits)
            store.Put(known, IdempotencyRecord.Of(actor.UserId, key, hash, result, now + Kept));
        return result;
    }

    // With its kind: commands of two kinds may look the same.
    private static string Hash(TRequest request) => Convert.ToHexString(
        SHA256.HashData([.. Encoding.UTF8.GetBytes(typeof(TRequest).Name), .. JsonSerializer.SerializeToUtf8Bytes(request)]));
}

public interface IIdempotencyStore
{
    Task<IdempotencyRecord?> FindAsync(string userId, string key, CancellationToken cancellationToken);

    /// <summary>Keeps a record, in place of an expired one where there is one.</summary>
    void Put(IdempotencyRecord? expired, IdempotencyRecord record);
}
