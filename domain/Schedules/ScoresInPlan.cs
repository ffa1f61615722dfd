namespace LiveFeed.Domain.Schedules;

/// <summary>Keeps scores with the sides that played for them when the schedule changes.</summary>
internal sealed class ScoresInPlan(IScoreStore scores, IClaimStore claims) : IDomainService
{
    /// <summary>Returns the matches whose score the plan would take away or give to other teams.</summary>
    public async Task<IReadOnlyList<AffectedMatch>> FindAffectedAsync(EventId eventId, Schedule stored, Schedule planned)
    {
        var changed = AffectedMatch.Between(stored, planned);
        if (changed.Count == 0)
            return [];
        var played = (await scores.ListAsync(eventId, [.. changed.Select(match => match.MatchId)])).Where(score => !score.IsEmpty).Select(score => score.MatchId).ToHashSet();
        return [.. changed.Where(match => played.Contains(match.MatchId))];
    }

    /// <summary>Archives the scores of matches that are about to be removed.</summary>
    public async Task ArchiveAsync(EventId eventId, IReadOnlyList<MatchView> removed, DateTimeOffset now)
    {
        if (removed.Count == 0)
            return;
        var scored = (await scores.ListAsync(eventId, [.. removed.Select(match => match.Id)])).Select(score => score.MatchId).ToHashSet();
        foreach (var match in removed.Where(match => scored.Contains(match.Id)))
            scores.Add(new ArchivedScore { EventId = eventId, MatchId = match.Id, Side1 = Name(match.Team1, match.Team1Label), Side2 = Name(match.Team2, match.Team2Label), ArchivedAt = now });
    }

    /// <summary>Gives matches that come back the scores that they had, as far as these are theirs.</summary>
    public async Task RestoreAsync(LiveEvent liveEvent, IReadOnlyList<(Match Match, MatchView View)> added, Actor actor, DateTimeOffset now)
    {
        if (added.Count == 0)
            return;
        var archived = (await scores.ListArchivedAsync(liveEvent.Id, [.. added.Select(one => one.Match.Id)])).ToDictionary(one => one.MatchId);
        foreach (var (match, view) in added)
        {
            if (!archived.TryGetValue(match.Id, out var former))
                continue;
            var last = await scores.LastRevisionAsync(liveEvent.Id, match.Id);
            var score = Score.Restore(last, liveEvent.Rules().Assess(last.Sets, last.Status));
            scores.Add(score);
            scores.Remove(former);
            var (side1, side2) = (Name(view.Team1, view.Team1Label), Name(view.Team2, view.Team2Label));
            if ((former.Side1, former.Side2) == (side1, side2))
                score.Republish(match.Subject, now);
            else
                Rewrite(liveEvent, score, (former.Side1, former.Side2) == (side2, side1), match, actor, now);
        }
    }

    /// <summary>Makes the scores of matches that stay follow their sides, and shows them to readers who come to a match with its new teams.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <param name="affected">The matches with a score whose teams differ.</param>
    /// <param name="moved">All matches with other teams, or another division, than before.</param>
    /// <param name="actor">Who changes the schedule.</param>
    /// <param name="now">The current time.</param>
    public async Task FollowAsync(LiveEvent liveEvent, IReadOnlyList<AffectedMatch> affected, IReadOnlyList<Match> moved, Actor actor, DateTimeOffset now)
    {
        if (moved.Count == 0)
            return;
        var ids = moved.Select(match => match.Id).ToList();
        var changes = affected.ToDictionary(match => match.MatchId, match => match.Change);
        var scored = (await scores.ListAsync(liveEvent.Id, ids)).ToDictionary(score => score.MatchId);
        var claimed = (await claims.ListAsync(liveEvent.Id, ids)).ToDictionary(claim => claim.MatchId);
        foreach (var match in moved)
        {
            if (scored.TryGetValue(match.Id, out var score))
            {
                if (changes.TryGetValue(match.Id, out var change))
                    Rewrite(liveEvent, score, change == AffectedChange.Swapped, match, actor, now);
                else
                    score.Republish(match.Subject, now);
            }

            if (claimed.TryGetValue(match.Id, out var claim) && !claim.HasExpired(now))
                claim.Republish(match.Subject, now);
        }
    }

    private void Rewrite(LiveEvent liveEvent, Score score, bool isSwapped, Match match, Actor actor, DateTimeOffset now)
    {
        IReadOnlyList<SetScore> sets = isSwapped ? [.. score.Sets.Select(set => new SetScore(set.Team2, set.Team1))] : [];
        var status = isSwapped ? score.Status : MatchStatus.Scheduled;
        var update = new ScoreUpdate(sets, status, score.Effective(null, TimeSpan.Zero, now), actor.UserId, null);
        scores.Add(score.Update(update, liveEvent.Rules().Assess(sets, status), match.Subject, now));
    }

    private static string Name(NamedView? team, string? label) => team?.Name ?? label ?? "";
}
