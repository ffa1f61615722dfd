namespace LiveFeed.Domain.Scores;

/// <summary>The current sets of a match. Every update creates a revision, so that no published score is ever lost.</summary>
public sealed class Score : Aggregate
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public IReadOnlyList<SetScore> Sets { get; private set; } = [];

    public MatchStatus Status { get; private set; }

    public int SetsWon1 { get; private set; }

    public int SetsWon2 { get; private set; }

    public int? Winner { get; private set; }

    /// <summary>Grows by one with every update; the score's ETag.</summary>
    public int Version { get; private set; }

    /// <summary>When the scorekeeper's device recorded the update, at the latest when it arrived.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    public UserId UpdatedBy { get; private set; }

    /// <summary>
    /// Returns the time that counts for an update. A time in the future is replaced by the current time. An update without a time of its
    /// own always counts as newer than the stored score, even within the same millisecond.
    /// </summary>
    public DateTimeOffset Effective(DateTimeOffset? occurredAt, DateTimeOffset now) =>
        occurredAt?.ToMilliseconds() is { } recorded && recorded <= now
            ? recorded
            : now > OccurredAt ? now : OccurredAt.AddMilliseconds(1);

    /// <summary>Returns whether an update with this time comes too late.</summary>
    public bool IsStale(DateTimeOffset effective) => Version > 0 && effective <= OccurredAt;

    /// <summary>Applies an update that the sport's rules found possible.</summary>
    public ScoreRevision Update(ScoreUpdate update, ScoreAssessment assessment, EntrySubject subject, DateTimeOffset now)
    {
        Sets = update.Sets;
        Status = update.Status;
        (SetsWon1, SetsWon2, Winner) = (assessment.SetsWon1, assessment.SetsWon2, assessment.Winner);
        OccurredAt = update.OccurredAt;
        UpdatedBy = update.UserId;
        Version++;
        Raise(new ScoreUpdated(EventId, ToView() with { ClientUpdateId = update.ClientUpdateId }, subject, now));
        return new ScoreRevision
        {
            EventId = EventId,
            MatchId = MatchId,
            Version = Version,
            Sets = Sets,
            Status = Status,
            OccurredAt = OccurredAt,
            RecordedAt = now,
            UpdatedBy = UpdatedBy,
            ClientUpdateId = update.ClientUpdateId,
        };
    }

    public ScoreView ToView() => new(
        MatchId, Sets, Status, new SetsWonView(SetsWon1, SetsWon2), Winner, Version, OccurredAt, UpdatedBy);
}
