namespace LiveFeed.Domain.Scores;

/// <summary>The current sets of a match. Every update creates a revision, so that no published score is ever lost.</summary>
public sealed class Score : Aggregate
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    public IReadOnlyList<SetScore> Sets { get; private set; } = [];

    public MatchStatus Status { get; private set; }

    /// <summary>The outcome, the decider and whatever else there is; null for nothing.</summary>
    public ScoreDetails? Details { get; private set; }

    public int SetsWon1 { get; private set; }

    public int SetsWon2 { get; private set; }

    public int? Winner { get; private set; }

    /// <summary>The tie whose leg the match is, once a leg of it is over.</summary>
    public TieView? Tie { get; private set; }

    /// <summary>Whether the score is signed. Only an organizer can change it then.</summary>
    public bool Official { get; private set; }

    /// <summary>Grows by one with every update; the score's ETag.</summary>
    public int Version { get; private set; }

    /// <summary>When the scorekeeper's device recorded the update, at the latest when it arrived.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>When the server stored the update.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public UserId UpdatedBy { get; private set; }

    /// <summary>Whether nothing was played, so that nothing is lost with it.</summary>
    public bool IsEmpty => ToView().IsEmpty;

    /// <summary>
    /// Returns the time that counts for an update: the time at which the device recorded it, by the server's clock. Where that would be in the
    /// future, or over a day ago, the device's clock is wrong, and the current time counts. An update without a time of its own always counts
    /// as newer than the stored score, even within the same millisecond.
    /// </summary>
    /// <param name="occurredAt">The time by the device's clock; null if it gave none.</param>
    /// <param name="clockOffset">How far the device's clock is ahead of the server's.</param>
    /// <param name="now">The current time.</param>
    public DateTimeOffset Effective(DateTimeOffset? occurredAt, TimeSpan clockOffset, DateTimeOffset now) =>
        DeviceClock.ToServerTime(occurredAt, clockOffset, now) ?? (now > OccurredAt ? now : OccurredAt.AddMilliseconds(1));

    /// <summary>
    /// Returns whether an update with this time comes too late. Within one claim the order of arrival counts; only what was written before
    /// the claim may be newer.
    /// </summary>
    public bool IsStale(DateTimeOffset effective, Claim claim) => Version > 0 && RecordedAt < claim.ClaimedAt && effective <= OccurredAt;

    /// <summary>What the scorekeeper said.</summary>
    public ScoreState State => new(Sets, Status, Details);

    /// <summary>Applies an update that the format's rules found possible.</summary>
    /// <param name="update">The update.</param>
    /// <param name="assessment">What the rules say of it.</param>
    /// <param name="subject">The match, as readers' filters see it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="isRubber">Whether the match is a rubber: its tie begins with it, and not only ends.</param>
    public ScoreRevision Update(ScoreUpdate update, ScoreAssessment assessment, EntrySubject subject, DateTimeOffset now, bool isRubber = false)
    {
        var (wasEmpty, former, setsWon) = (IsEmpty, Status, SetsWon1 + SetsWon2);
        // A result is what standings and sides of later matches follow from.
        if (Status.IsOver() || update.State.Status.IsOver())
            Raise(new ResultChanged(EventId, MatchId));
        // Without a score a match takes the teams again that it would have by now.
        else if (!IsEmpty && update.State is { Sets.Count: 0, Status: MatchStatus.Scheduled })
            Raise(new ResultChanged(EventId, MatchId));
        else if (isRubber && (Status, Sets.Count > 0) != (update.State.Status, update.State.Sets.Count > 0))
            Raise(new ResultChanged(EventId, MatchId));
        (Sets, Status, Details) = (update.State.Sets, update.State.Status, update.State.Details);
        (SetsWon1, SetsWon2, Winner) = (assessment.SetsWon1, assessment.SetsWon2, assessment.Winner);
        Official = Official && Status is MatchStatus.Final;
        OccurredAt = update.OccurredAt;
        UpdatedBy = update.UserId;
        if (GetProgress(wasEmpty, former, setsWon) is { } progress)
            Raise(new MatchProgressed(EventId, progress, ToView(), subject, now));
        return Revise(update.ClientUpdateId, update.Reason, subject, now);
    }

    /// <summary>Makes a final score official, or takes that back.</summary>
    public ScoreRevision Sign(bool official, UserId userId, EntrySubject subject, DateTimeOffset now)
    {
        (Official, UpdatedBy) = (official, userId);
        return Revise(null, null, subject, now);
    }

    /// <summary>Takes over what the legs of its tie say together. Nobody has corrected the score with that, so there is no revision.</summary>
    public void Join(TieView? tie, EntrySubject subject, DateTimeOffset now)
    {
        if (Tie == tie)
            return;
        Tie = tie;
        Republish(subject, now);
    }

    private MatchProgress? GetProgress(bool wasEmpty, MatchStatus former, int setsWon) =>
        Status == MatchStatus.Final ? (former == MatchStatus.Final ? null : MatchProgress.Ended)
        : Status != MatchStatus.InProgress || former.IsOver() ? null
        : wasEmpty ? MatchProgress.Started
        : SetsWon1 + SetsWon2 > setsWon ? MatchProgress.SetEnded
        : null;

    private ScoreRevision Revise(string? clientUpdateId, string? reason, EntrySubject subject, DateTimeOffset now)
    {
        RecordedAt = now;
        Version++;
        Raise(new ScoreUpdated(EventId, ToView() with { ClientUpdateId = clientUpdateId }, subject, now));
        return new ScoreRevision
        {
            EventId = EventId,
            MatchId = MatchId,
            Version = Version,
            Sets = Sets,
            Status = Status,
            Details = Details,
            Official = Official,
            OccurredAt = OccurredAt,
            RecordedAt = now,
            UpdatedBy = UpdatedBy,
            ClientUpdateId = clientUpdateId,
            Reason = reason,
        };
    }

    /// <summary>Whether another assessment would change what the score says.</summary>
    public bool DiffersFrom(ScoreAssessment assessment) => (SetsWon1, SetsWon2, Winner) != (assessment.SetsWon1, assessment.SetsWon2, assessment.Winner);

    /// <summary>Publishes the score as it is, because its match has readers who don't have it.</summary>
    public void Republish(EntrySubject subject, DateTimeOffset now) => Raise(new ScoreUpdated(EventId, ToView(), subject, now));

    /// <summary>Creates the score as it was after a revision, the last one before its match was removed.</summary>
    public static Score Restore(ScoreRevision last, ScoreAssessment assessment) => new()
    {
        EventId = last.EventId,
        MatchId = last.MatchId,
        Sets = last.Sets,
        Status = last.Status,
        Details = last.Details,
        SetsWon1 = assessment.SetsWon1,
        SetsWon2 = assessment.SetsWon2,
        Winner = assessment.Winner,
        Official = last.Official,
        Version = last.Version,
        OccurredAt = last.OccurredAt,
        RecordedAt = last.RecordedAt,
        UpdatedBy = last.UpdatedBy,
    };

    public ScoreView ToView() => new(
        MatchId, Sets, Status, new SetsWonView(SetsWon1, SetsWon2), Winner, Version, OccurredAt, UpdatedBy)
    {
        Outcome = Details?.Outcome,
        Decider = Details?.Decider,
        Points = Details?.Points,
        Server = Details?.Server,
        Tie = Tie,
        Official = Official ? true : null,
    };
}
