namespace LiveFeed.Domain.Schedules;

/// <summary>What somebody does at a match.</summary>
public enum OfficialDuty
{
    Scorekeeper,

    Referee,

    LineJudge,

    /// <summary>One of those whom a team sends to help.</summary>
    WorkTeam,
}
