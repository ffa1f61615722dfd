namespace LiveFeed.Domain.Incidents;

/// <summary>What happened inside a match. Which sport knows which kinds: <see cref="IncidentKinds"/>. Stored by name.</summary>
public enum IncidentKind
{
    Goal,

    /// <summary>A goal for the other side.</summary>
    OwnGoal,

    PenaltyGoal,
    PenaltyMissed,
    Save,
    YellowCard,

    /// <summary>The second yellow card of a player, who is sent off.</summary>
    SecondYellow,

    RedCard,

    /// <summary>The person leaves, and the second person comes in.</summary>
    Substitution,

    Injury,
    TimeOut,

    /// <summary>A time-out that belongs to the rules and to no side.</summary>
    TechnicalTimeOut,

    /// <summary>A decision was checked: a challenge, or a video review.</summary>
    Challenge,

    Ace,
    Block,

    /// <summary>A point was given away.</summary>
    Error,

    /// <summary>A penalty that is no card, such as for delay or a violation of the code of conduct.</summary>
    Sanction,

    PeriodStart,
    PeriodEnd,

    /// <summary>Anything else, in <see cref="Incident.Detail"/>.</summary>
    Note,
}
