namespace LiveFeed.Domain.ImportExport;

/// <summary>Imports one claim, or returns why not.</summary>
internal sealed class ClaimImport(IClaimStore claims, IUserStore users, IMemberStore members, ClaimPolicy policy) : IDomainService
{
    public async Task<ImportConflict?> ApplyAsync(Match match, ImportedClaim imported, DateTimeOffset now)
    {
        if (imported.ExpiresAt <= now)
            return new ImportConflict("claim", match.Id, "expired", "The claim has expired.");
        if (!UserId.TryParse(imported.ClaimedBy, out var holderId) || await users.FindAsync(holderId) is not { } holder)
            return new ImportConflict("claim", match.Id, "user_not_found", "There is no user with the id that the claim names.");
        var member = await members.FindAsync(match.EventId, holder.Id);
        if (member is null or { Role: EventRole.Spectator } && holder.Role != GlobalRole.Admin)
            return new ImportConflict("claim", match.Id, "not_a_scorer", "The user whom the claim names may not keep score in this event.");

        var claimedAt = imported.ClaimedAt.ToMilliseconds() < now ? imported.ClaimedAt.ToMilliseconds() : now;
        var claim = await claims.FindAsync(match.EventId, match.Id);
        if (claim is not null && !claim.HasExpired(now) && claim.ClaimedAt >= claimedAt)
        {
            return claim.ClaimedAt == claimedAt
                ? new ImportConflict("claim", match.Id, "same_time", "The server has a claim of the same time, which stays.", claim.ToView())
                : new ImportConflict("claim", match.Id, "server_newer", "The server has a newer claim, which stays.", claim.ToView());
        }

        if (claim is null)
        {
            claim = new Claim { EventId = match.EventId, MatchId = match.Id };
            claims.Add(claim);
        }

        var latest = now + policy.MaxLease;
        var expiresAt = imported.ExpiresAt.ToMilliseconds() < latest ? imported.ExpiresAt.ToMilliseconds() : latest;
        claim.Take(holder.ToActor(), default, claimedAt, expiresAt, match.Subject, now);
        return null;
    }
}
