namespace LiveFeed.Domain.Schedules;

/// <summary>Keeps scores with the sides that played for them when the schedule changes.</summary>
internal sealed class ScoresInPlan(IScoreStore scores, IClaimStore claims) : IDomainService
{
    /// <summary>Returns the scores that the plan would take away or give to other teams, empty ones too.</summary>
    public async Task<IReadOnlyList<AffectedScore>> FindAffectedAsync(EventId eventId, Schedule stored, Schedule planned)
    {
        var changes = AffectedMatch.Between(stored, planned).ToDictionary(match => match.MatchId);
        return changes.Count == 0 ? [] : [.. (await scores.ListAsync(eventId, changes.Keys)).Select(score => new AffectedScore(changes[score.MatchId], score))];
    }

    /// <summary>Archives the scores of matches that are about to be removed.</summary>
    public void Archive(IReadOnlyList<AffectedScore> affected, StoredSchedule stored, DateTimeOffset now)
    {
        foreach (var score in affected.Where(one => one.Match.Change == AffectedChange.Removed).Select(one => one.Score))
        {
            var (side1, side2) = Sides(stored.View(stored.Matches[score.MatchId]));
            scores.Add(new ArchivedScore { EventId = score.EventId, MatchId = score.MatchId, Side1 = side1, Side2 = side2, ArchivedAt = now });
        }
    }

    /// <summary>Gives matches that come back the scores that they had, as far as these are theirs.</summary>
    /// <returns>An error, if such a score can't be in the format that its match has now. Nothing may be committed then.</returns>
    public async Task<Error?> RestoreAsync(LiveEvent liveEvent, IReadOnlyList<(Match Match, MatchView View)> added, Actor actor, DateTimeOffset now)
    {
        if (added.Count == 0)
            return null;
        var impossible = new List<AffectedByFormat>();
        var archived = (await scores.ListArchivedAsync(liveEvent.Id, [.. added.Select(one => one.Match.Id)])).ToDictionary(one => one.MatchId);
        foreach (var (match, view) in added)
        {
            if (!archived.TryGetValue(match.Id, out var former))
                continue;
            var last = await scores.LastRevisionAsync(liveEvent.Id, match.Id);
            var assessment = match.FormatIn(liveEvent).Assess(match, last.State);
            var score = Score.Restore(last, assessment);
            scores.Add(score);
            scores.Remove(former);
            var (side1, side2) = Sides(view);
            if ((former.Side1, former.Side2) != (side1, side2))
                Rewrite(liveEvent, score, (former.Side1, former.Side2) == (side2, side1), match, actor, now);
            else if (assessment.IsPossible)
                score.Republish(match.Subject, now);
            else
                impossible.Add(new AffectedByFormat(match.Id, assessment.Violations[0].Message));
        }

        return impossible.Count == 0 ? null : AffectedByFormat.Contradiction(impossible);
    }

    /// <summary>Makes the scores of matches that stay follow their sides, and shows scores and claims to readers who get a match only now.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <param name="affected">The scores whose match has other sides.</param>
    /// <param name="moved">The matches that go to other readers than before.</param>
    /// <param name="stored">The schedule as it is now.</param>
    /// <param name="actor">Who changes the schedule.</param>
    /// <param name="now">The current time.</param>
    public async Task FollowAsync(
        LiveEvent liveEvent, IReadOnlyList<AffectedScore> affected, IReadOnlyList<MatchId> moved, StoredSchedule stored, Actor actor, DateTimeOffset now)
    {
        foreach (var (match, score) in affected.Where(one => one.Match.Change != AffectedChange.Removed))
            Rewrite(liveEvent, score, match.Change == AffectedChange.Swapped, stored.Matches[match.MatchId], actor, now);
        if (moved.Count == 0)
            return;
        foreach (var score in await scores.ListAsync(liveEvent.Id, [.. moved.Except(affected.Select(one => one.Match.MatchId))]))
            score.Republish(stored.Matches[score.MatchId].Subject, now);
        foreach (var claim in (await claims.ListAsync(liveEvent.Id, moved)).Where(claim => !claim.HasExpired(now)))
            claim.Republish(stored.Matches[claim.MatchId].Subject, now);
    }

    private void Rewrite(LiveEvent liveEvent, Score score, bool isSwapped, Match match, Actor actor, DateTimeOffset now)
    {
        var state = isSwapped
            ? new ScoreState([.. score.Sets.Select(set => set.Swapped())], score.Status, score.Details?.Swapped())
            : new ScoreState([], MatchStatus.Scheduled);
        var update = new ScoreUpdate(state, score.Effective(null, TimeSpan.Zero, now), actor.UserId, null);
        scores.Add(score.Update(update, match.FormatIn(liveEvent).Assess(match, state), match.Subject, now));
    }

    private static (string, string) Sides(MatchView view) => (view.Team1?.Name ?? view.Team1Label ?? "", view.Team2?.Name ?? view.Team2Label ?? "");
}
