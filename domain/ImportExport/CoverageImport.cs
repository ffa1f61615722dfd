namespace LiveFeed.Domain.ImportExport;

/// <summary>Imports one coverage plan, or returns why not.</summary>
internal sealed class CoverageImport(ICoverageStore store, IUserStore users, IMemberStore members) : IDomainService
{
    public async Task<ImportConflict?> ApplyAsync(
        EventId eventId, ImportedPlan imported, Actor actor, DateTimeOffset now)
    {
        var userId = actor.UserId;
        if ((imported.UserId is { } owner && !UserId.TryParse(owner, out userId)) || await users.FindAsync(userId) is null)
            return new ImportConflict("coveragePlan", null, "user_not_found", "There is no user with the id that the plan names.");
        // An organizer writes plans of the event's own people only.
        if (userId != actor.UserId && await members.FindAsync(eventId, userId) is null)
            return new ImportConflict("coveragePlan", null, "not_a_member", "The user whom the plan names is not a member of the event.");
        var selected = imported.SelectedMatches.Distinct().ToList();
        if (selected.Count > CoveragePlan.MaxMatches)
            return new ImportConflict("coveragePlan", null, "too_many_matches", $"A plan has at most {CoveragePlan.MaxMatches} matches.");
        var known = await store.TimesAsync(eventId, selected);
        if (selected.Where(id => !known.ContainsKey(id)).ToList() is [var missing, ..])
            return new ImportConflict("coveragePlan", missing, "match_not_found", "The event has no match with this id.");

        var updatedAt = imported.UpdatedAt?.ToMilliseconds() is { } recorded && recorded < now ? recorded : now;
        var stored = await store.FindAsync(eventId, userId);
        if (stored.Count > 0 && stored.Max(item => item.UpdatedAt) is var server && server >= updatedAt)
        {
            return new ImportConflict(
                "coveragePlan", null, server == updatedAt ? "same_time" : "server_newer", "The server has a newer plan, which stays.",
                stored.Select(item => item.MatchId).Order().ToList());
        }

        await store.ReplaceAsync(eventId, userId, selected, updatedAt);
        return null;
    }
}
