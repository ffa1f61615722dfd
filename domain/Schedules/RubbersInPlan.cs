namespace LiveFeed.Domain.Schedules;

/// <summary>Keeps scores of ties apart from scores of their own when matches get rubbers, or lose them.</summary>
internal sealed class RubbersInPlan(IScoreStore scores) : IDomainService
{
    /// <summary>Returns an error if a match gets rubbers that has a score of its own: they would overwrite it.</summary>
    public async Task<Error?> ValidateAsync(EventId eventId, Schedule stored, Schedule plan)
    {
        if (Ties(plan).Except(Ties(stored)).ToList() is not { Count: > 0 } made)
            return null;
        return (await scores.ListAsync(eventId, made)).Where(score => score.Sets.Count > 0).Select(score => score.MatchId).Order().ToList() is [var match, ..]
            ? new Error(ErrorCode.TieHasScore, $"Match {match} has a score of its own, which rubbers would overwrite. Empty it first.")
            : null;
    }

    /// <summary>Empties the scores of matches that stay, and have no rubbers any more.</summary>
    public async Task EmptyAsync(LiveEvent liveEvent, Schedule before, StoredSchedule stored, Actor actor, DateTimeOffset now)
    {
        var ties = stored.Matches.Values.Select(match => match.PartOf).OfType<MatchId>().ToHashSet();
        var former = Ties(before).Where(tie => !ties.Contains(tie) && stored.Matches.ContainsKey(tie)).ToList();
        if (former.Count == 0)
            return;
        foreach (var score in (await scores.ListAsync(liveEvent.Id, former)).Where(score => !score.IsEmpty && score.Details?.Outcome is null))
        {
            var match = stored.Matches[score.MatchId];
            var empty = new ScoreState([], MatchStatus.Scheduled);
            var update = new ScoreUpdate(empty, score.Effective(null, TimeSpan.Zero, now), actor.UserId, null);
            scores.Add(score.Update(update, match.FormatIn(liveEvent).Assess(match, empty), match.Subject, now));
        }
    }

    private static IEnumerable<MatchId> Ties(Schedule schedule) => schedule.Matches.Select(match => match.PartOf.Value).OfType<MatchId>().Distinct();
}
