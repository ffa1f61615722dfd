using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Finds who has more stored responses than <see cref="DatabaseOptions.MaxStoredKeys"/>. It reads the whole table, so not in a write, for which everybody would
/// wait.
/// </summary>
internal sealed class SurplusResponses(ILiveFeedContextFactory contexts, IOptions<DatabaseOptions> options)
{
    public async Task<IReadOnlyList<RemoveSurplusResponses>> FindAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var max = options.Value.MaxStoredKeys;
        var crowded = await db.IdempotencyRecords.GroupBy(row => row.UserId).Where(user => user.Count() > max).Select(user => user.Key).ToListAsync(cancellationToken);
        var found = new List<RemoveSurplusResponses>();
        foreach (var userId in crowded)
        {
            var oldestKept = await db.IdempotencyRecords.Where(row => row.UserId == userId).OrderByDescending(row => row.ExpiresAt).Skip(max - 1)
                .Select(row => row.ExpiresAt).FirstAsync(cancellationToken);
            found.Add(new RemoveSurplusResponses(userId, oldestKept));
        }

        return found;
    }
}
