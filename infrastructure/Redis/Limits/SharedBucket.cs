using System.Diagnostics;
using LiveFeed.Domain.RateLimits;

namespace LiveFeed.Infrastructure.Redis.Limits;

/// <summary>
/// What this instance knows of a bucket in Redis: the tokens that it has taken ahead, and that the bucket is empty. Both spare Redis most of the requests,
/// those of a reader who reads a lot, and those of somebody who goes on although every request is rejected.
/// </summary>
/// <param name="capacity">The most tokens in the bucket.</param>
/// <param name="perToken">After which time a token is added.</param>
/// <param name="ahead">How many tokens to take at once.</param>
/// <param name="hold">For how long they may be given out.</param>
/// <param name="ask">Takes tokens from Redis: as many as it says, or fewer. Null: Redis is away.</param>
internal sealed class SharedBucket(int capacity, TimeSpan perToken, int ahead, TimeSpan hold, Func<int, Task<BucketGrant?>> ask)
{
    /// <summary>The longest time for which an empty bucket is not asked for, so that one that Redis has forgotten is soon found full.</summary>
    private static readonly TimeSpan LongestEmpty = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<BucketGrant?>? asking;
    private BucketGrant last;
    private long lastAt;
    private int reserved;
    private bool isRemoved;

    /// <summary>Takes a token without asking Redis, or begins to ask.</summary>
    /// <param name="asked">What has to be waited for, if the level is null. Null too: the bucket was removed.</param>
    public BucketLevel? Take(out Task<BucketGrant?>? asked)
    {
        lock (gate)
        {
            asked = null;
            if (isRemoved)
                return null;
            if (IsKnownEmpty)
                return Level(taken: false);
            if (IsReserved)
            {
                reserved--;
                return Level(taken: true);
            }

            // Those who find no token left wait for the same ones. Single tokens are asked for all at once.
            if (ahead == 1 || asking is not { IsCompleted: false })
                asking = AskAsync();
            asked = asking;
            return null;
        }
    }

    /// <summary>Returns the level after Redis has responded; null if there are tokens now, to be taken here.</summary>
    public BucketLevel? LevelAfter(BucketGrant grant) =>
        ahead == 1 || grant.Tokens == 0 ? BucketLevel.From(grant.Tokens > 0, capacity, perToken, grant.UntilFull) : null;

    /// <summary>Removes the bucket if this instance knows nothing of it that Redis doesn't.</summary>
    public bool TryRemove()
    {
        lock (gate)
            return isRemoved = !IsKnownEmpty && !IsReserved && asking is not { IsCompleted: false };
    }

    private bool IsReserved => reserved > 0 && Stopwatch.GetElapsedTime(lastAt) < hold;

    private bool IsKnownEmpty
    {
        get
        {
            if (lastAt == 0 || last.Tokens > 0)
                return false;
            var (elapsed, next) = (Stopwatch.GetElapsedTime(lastAt), BucketLevel.From(false, capacity, perToken, last.UntilFull).UntilNext);
            return elapsed < next && elapsed < LongestEmpty;
        }
    }

    private BucketLevel Level(bool taken)
    {
        // Redis doesn't refill the bucket in place of the tokens that it gave out ahead.
        var (missing, ahead) = (last.UntilFull - Stopwatch.GetElapsedTime(lastAt), Math.Max(0, last.Tokens - 1) * perToken);
        return BucketLevel.From(taken, capacity, perToken, (missing > ahead ? missing : ahead) - (reserved * perToken));
    }

    private async Task<BucketGrant?> AskAsync()
    {
        // Counted from before the request, by the real time as Redis does: tokens are never given out after the time that Redis has noted.
        var at = Stopwatch.GetTimestamp();
        var grant = await ask(ahead);
        if (grant is { } granted)
        {
            lock (gate)
            {
                (last, lastAt) = (granted, at);
                if (ahead > 1)
                    reserved = granted.Tokens;
            }
        }

        return grant;
    }
}
