using LiveFeed.Domain.Brackets;

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

    /// <summary>Who has a duty at the match; null if nobody.</summary>
    public EquatableList<Official>? Officials { get; private set; }

    /// <summary>The team that helps at the match.</summary>
    public int? WorkTeamId { get; private set; }

    /// <summary>When the match starts at the earliest, if its start depends on those before it.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>The match that is played after this one on the same court.</summary>
    public MatchId? FollowedBy { get; private set; }

    /// <summary>Joins the matches of one tie.</summary>
    public string? TieId { get; private set; }

    /// <summary>Which of two legs of its tie this is: 1 or 2.</summary>
    public int? Leg { get; private set; }

    /// <summary>Where team 1 comes from; null if it was set by hand.</summary>
    public SideSource? Team1From { get; private set; }

    /// <summary>Where team 2 comes from; null if it was set by hand.</summary>
    public SideSource? Team2From { get; private set; }

    /// <summary>The pool for whose standings the match counts.</summary>
    public string? PoolId { get; private set; }

    /// <summary>The tie whose rubber the match is; null if it is none.</summary>
    public MatchId? PartOf { get; private set; }

    /// <summary>Which of its tie's rubbers it is, from 1.</summary>
    public int? Rubber { get; private set; }

    /// <summary>Which members of its plan nobody gave.</summary>
    public InferredMembers Inferred { get; private set; }

    /// <summary>How the match is played; null for its division's format, or the event's.</summary>
    public FormatChoice? Format { get; private set; }

    /// <summary>The match's own format, or that of its division; null for the event's. Kept here, so that a score needs no look at the division.</summary>
    public FormatChoice? PlayedIn { get; private set; }

    /// <summary>Whether a side comes from another match, or from a pool.</summary>
    internal bool IsDependent => (Team1From ?? Team2From) is not null;

    /// <summary>Where the sides come from that come from elsewhere.</summary>
    internal IEnumerable<SideSource> Sources => new[] { Team1From, Team2From }.OfType<SideSource>();

    /// <summary>Takes the name of somebody whose account was erased out of the officials.</summary>
    public void EraseOfficial(UserId userId)
    {
        if (Officials?.Any(official => official.UserId == userId) == true)
            Officials = [.. Officials.Select(official => official.UserId == userId && official.Name is not null ? official with { Name = User.ErasedName } : official)];
    }

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

    /// <summary>Takes over the teams of sides that come from elsewhere. Returns whether one of them is another.</summary>
    public bool FillIn(int? team1Id, int? team2Id, DateTimeOffset now)
    {
        var former = Subject;
        (Team1Id, Team2Id) = (Team1From is null ? Team1Id : team1Id, Team2From is null ? Team2Id : team2Id);
        if (Subject == former)
            return false;
        Raise(new MatchPlanned(this, former, now));
        return true;
    }

    /// <summary>Takes over the teams of the rubber's tie. Returns whether one of them is another.</summary>
    public bool Follow(Match tie, DateTimeOffset now)
    {
        var former = Subject;
        (Team1Id, Team2Id) = (tie.Team1Id, tie.Team2Id);
        if (Subject == former)
            return false;
        Raise(new MatchPlanned(this, former, now));
        return true;
    }

    internal BracketMatch ToBracket() => new(Id, new BracketSide(Team1Id, Team1From, Team1Label, ByeLabel.Is(Team1Id, Team1From, Team1Label)),
        new BracketSide(Team2Id, Team2From, Team2Label, ByeLabel.Is(Team2Id, Team2From, Team2Label)), Number, PoolId);

    /// <summary>Takes over the format of the match's division, unless the match has one of its own. Returns whether the match is played in another format now.</summary>
    public bool PlayIn(FormatChoice? ofDivision)
    {
        var former = PlayedIn;
        PlayedIn = FormatChoice.ForMatch(Format, ofDivision, PartOf is not null);
        return former?.Resolve() != PlayedIn?.Resolve();
    }

    /// <summary>Returns how the match is played, with every default written out.</summary>
    public MatchFormat FormatIn(LiveEvent liveEvent) => PlayedIn?.Resolve() ?? liveEvent.MatchFormat;

    /// <summary>Publishes the match as it is, because a name that it shows has changed.</summary>
    public void Republish(DateTimeOffset now) => Raise(new MatchPlanned(this, Subject, now));

    /// <summary>Publishes that the match is about to be removed.</summary>
    public void Remove(DateTimeOffset now) => Raise(new MatchRemoved(this, now));

    public ScheduledMatch ToPlan() =>
        new(Id, DivisionId, CourtId, Team1Id, Team2Id, Team1Label, Team2Label, StartsAt, EndsAt, Number, Officials, WorkTeamId, NotBefore, FollowedBy, TieId, Leg, Format, Team1From, Team2From, PoolId, PartOf, Rubber) { Inferred = Inferred };

    private void Apply(ScheduledMatch plan, DateTimeOffset now)
    {
        var (former, formerStart, formerCourt) = (Subject, StartsAt, CourtId);
        (DivisionId, CourtId, Team1Id, Team2Id) = (plan.DivisionId, plan.CourtId, plan.Team1Id, plan.Team2Id);
        (Team1Label, Team2Label, StartsAt, EndsAt) = (plan.Team1Label, plan.Team2Label, plan.StartsAt, plan.EndsAt);
        (Number, Officials, WorkTeamId) = (plan.Number.Value, plan.Officials.Value, plan.WorkTeamId.Value);
        (NotBefore, FollowedBy, TieId, Leg, Format) = (plan.NotBefore.Value, plan.FollowedBy.Value, plan.TieId.Value, plan.Leg.Value, plan.Format.Value);
        (Team1From, Team2From, PoolId, Inferred) = (plan.Team1From.Value, plan.Team2From.Value, plan.Pool.Value, plan.Inferred);
        (PartOf, Rubber) = (plan.PartOf.Value, plan.Rubber.Value);
        Raise(new MatchPlanned(this, former, now));
        // What had no time before was only planned.
        if (formerStart is not null && (StartsAt, CourtId) != (formerStart, formerCourt))
            Raise(new MatchRescheduled(this, now));
    }
}
