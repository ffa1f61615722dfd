using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Sessions;

internal sealed class SessionReads(ILiveFeedContextFactory contexts, TimeProvider time) : ISessionReads
{
    public async Task<Page<SessionSummary>> ListAsync(UserId userId, string? current, Paging paging, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var db = contexts.Create();
        // A family has one token that is yet to be used: its last.
        return await db.RefreshTokens.AsNoTracking().Where(token => token.UserId == userId && token.UsedAt == null && token.ExpiresAt > now)
            .OrderByDescending(token => token.IssuedAt).ThenBy(token => token.FamilyId)
            .ToPageAsync(paging, token => SessionSummary.From(token, current), cancellationToken);
    }
}
