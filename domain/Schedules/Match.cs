namespace LiveFeed.Domain.Schedules;

/// <summary>One game of an event, between team 1 and team 2. Ids are any 32-bit integers: real systems use negative ones.</summary>
public sealed class Match : Aggregate
{
    public required string EventId { get; init; }

    public required int Id { get; init; }

    public int? DivisionId { get; private set; }

    public int? CourtId { get; private set; }

    public int? Team1Id { get; private set; }

    public int? Team2Id { get; private set; }

    /// <summary>Stands for a team that isn't known yet, such as "Winner of match 12".</summary>
    public string? Team1Label { get; private set; }

    public string? Team2Label { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public EntrySubject Subject => new(Id, Team1Id, Team2Id, DivisionId);

    /// <summary>Takes over the plan for this match. Returns whether anything differed.</summary>
    public bool Plan(ScheduledMatch plan)
    {
        if (plan == ToPlan())
            return false;
        (_, DivisionId, CourtId, Team1Id, Team2Id, Team1Label, Team2Label, StartsAt, EndsAt) = plan;
        return true;
    }

    public void RaisePlanned(MatchView view, DateTimeOffset now) => Raise(new MatchPlanned(EventId, view, Subject, now));

    public void RaiseRemoved(DateTimeOffset now) => Raise(new MatchRemoved(EventId, Subject, now));

    public ScheduledMatch ToPlan() =>
        new(Id, DivisionId, CourtId, Team1Id, Team2Id, Team1Label, Team2Label, StartsAt, EndsAt);
}
