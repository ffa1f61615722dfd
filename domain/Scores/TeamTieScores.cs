namespace LiveFeed.Domain.Scores;

/// <summary>Makes the scores of ties follow from their rubbers. Each change is a revision, as any change of a score.</summary>
internal sealed class TeamTieScores(IScoreStore scores, TimeProvider time) : IDomainService
{
    /// <summary>Returns the tie's score as it is now; null if it has none.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <param name="tie">The tie.</param>
    /// <param name="rubbers">Its rubbers.</param>
    /// <param name="stored">The scores of all of them.</param>
    public Score? Follow(LiveEvent liveEvent, Match tie, IEnumerable<Match> rubbers, IReadOnlyDictionary<MatchId, Score> stored)
    {
        var (own, ofRubbers) = (stored.GetValueOrDefault(tie.Id), rubbers.Select(rubber => stored.GetValueOrDefault(rubber.Id)).ToList());
        var format = tie.FormatIn(liveEvent);
        var state = TeamTie.StateOf(format, ofRubbers, own?.Details?.Outcome);
        if (IsSame(state, own?.State ?? new ScoreState([], MatchStatus.Scheduled)))
            return own;
        var score = own ?? new Score { EventId = tie.EventId, MatchId = tie.Id };
        if (own is null)
            scores.Add(score);
        var now = time.Now();
        // As new as the newest of its rubbers, and no newer: an outcome that a device recorded after them counts, whenever it arrives.
        var latest = ofRubbers.OfType<Score>().OrderBy(rubber => rubber.OccurredAt).ThenBy(rubber => rubber.MatchId).LastOrDefault();
        var occurredAt = latest is null ? score.Effective(null, TimeSpan.Zero, now) : latest.OccurredAt > score.OccurredAt ? latest.OccurredAt : score.OccurredAt;
        var update = new ScoreUpdate(state, occurredAt, latest?.UpdatedBy ?? score.UpdatedBy, null);
        scores.Add(score.Update(update, format.Assess(tie, state), tie.Subject, now));
        return score;
    }

    private static bool IsSame(ScoreState one, ScoreState other) => one.Status == other.Status && one.Details == other.Details && one.Sets.SequenceEqual(other.Sets);
}
