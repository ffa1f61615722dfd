namespace LiveFeed.Domain.ImportExport;

/// <summary>Imports one score, or returns why not.</summary>
internal sealed class ScoreImport(IScoreStore scores, IMatchStore matches) : IDomainService
{
    public async Task<ImportConflict?> ApplyAsync(
        LiveEvent liveEvent, Match match, ImportedScore imported, Actor actor, DateTimeOffset now)
    {
        var format = match.FormatIn(liveEvent);
        var state = SecondPeriod.AsShootOut(imported.State, format);
        var stored = await scores.FindAsync(liveEvent.Id, match.Id);
        if (format.Kind is FormatKind.Rubbers && (await matches.RubbersAsync(liveEvent.Id, [match.Id])).Count > 0)
        {
            if (TeamTie.Accept(state, stored) is not { } accepted)
                return new ImportConflict("score", match.Id, "score_follows_rubbers", "The score of this tie follows from its rubbers.", stored?.ToView());
            state = accepted;
        }

        var assessment = format.Assess(match, state);
        if (!assessment.IsPossible)
            return new ImportConflict("score", match.Id, "invalid_score", assessment.Violations[0].Message);
        var occurredAt = imported.LastUpdated.ToMilliseconds() < now ? imported.LastUpdated.ToMilliseconds() : now;
        if (stored is not null && occurredAt <= stored.OccurredAt)
        {
            return stored.OccurredAt == occurredAt
                ? new ImportConflict("score", match.Id, "same_time", "The server has a score of the same time, which stays.", stored.ToView())
                : new ImportConflict("score", match.Id, "server_newer", "The server has a newer score, which stays.", stored.ToView());
        }

        var score = stored ?? new Score { EventId = liveEvent.Id, MatchId = match.Id };
        if (stored is null)
            scores.Add(score);
        scores.Add(score.Update(new ScoreUpdate(state, occurredAt, actor.UserId, null), assessment, match.Subject, now, match.PartOf is not null));
        return null;
    }
}
