namespace LiveFeed.Domain.Schedules;

/// <summary>One game of an event, between team 1 and team 2. Ids are any 32-bit integers: real systems use negative ones.</summary>
public sealed class Match : Aggregate
{
    public required EventId EventId { get; init; }

    public required MatchId Id { get; init; }

    public int? DivisionId { get; private set; }

    public int? CourtId { get; private set; }

    public int? Team1Id { get; private set; }

    public int? Team2Id { get; private set; }

    /// <summary>Stands for a team that isn't known yet, such as "Winner of match 12".</summary>
    public string? Team1Label { get; private set; }

    public string? Team2Label { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>What people call the match, such as M12; null if its id says it.</summary>
    public string? Number { get; private set; }

    public EntrySubject Subject => new(Id, Team1Id, Team2Id, DivisionId);

    /// <summary>Creates a match as it is planned.</summary>
    public static Match Create(EventId eventId, ScheduledMatch plan, DateTimeOffset now)
    {
        var match = new Match { EventId = eventId, Id = plan.Id };
        match.Apply(plan, now);
        return match;
    }

    /// <summary>Takes over the plan for this match. Publishes the match only if something differs.</summary>
    public void Plan(ScheduledMatch plan, DateTimeOffset now)
    {
        if (plan != ToPlan())
            Apply(plan, now);
    }

    /// <summary>Publishes the match as it is, because a name that it shows has changed.</summary>
    public void Republish(DateTimeOffset now) => Raise(new MatchPlanned(this, Subject, now));

    /// <summary>Publishes that the match is about to be removed.</summary>
    public void Remove(DateTimeOffset now) => Raise(new MatchRemoved(this, now));

    public ScheduledMatch ToPlan() =>
        new(Id, DivisionId, CourtId, Team1Id, Team2Id, Team1Label, Team2Label, StartsAt, EndsAt, Number);

    private void Apply(ScheduledMatch plan, DateTimeOffset now)
    {
        var former = Subject;
        (_, DivisionId, CourtId, Team1Id, Team2Id, Team1Label, Team2Label, StartsAt, EndsAt, Number) = plan;
        Raise(new MatchPlanned(this, former, now));
    }
}
