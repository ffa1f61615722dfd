namespace LiveFeed.Domain.Schedules;

/// <summary>What a column of a table with matches can have.</summary>
public enum ScheduleField
{
    /// <summary>The match's id, or what people call it, such as M12.</summary>
    Id,

    /// <summary>What people call the match, in a column beside the ids.</summary>
    Number,

    Division,

    Court,

    Team1,

    Team2,

    /// <summary>Stands for a team that isn't known yet. If a table has columns of labels, then what is in the columns of teams is always a team.</summary>
    Team1Label,

    Team2Label,

    /// <summary>Both teams: "Blue - Red" or "Blue vs Red".</summary>
    Teams,

    /// <summary>The start; or a part of it, if date or time have columns of their own.</summary>
    StartsAt,

    Date,

    Time,

    /// <summary>The end; a time without a date is the next one after the start.</summary>
    EndsAt,

    /// <summary>In place of the end: minutes, or hours and minutes such as 1:30.</summary>
    Duration,

    /// <summary>The pool of the division for whose standings the match counts. Its teams are those of its matches.</summary>
    Pool,

    /// <summary>The team that helps: keeps score, or judges lines.</summary>
    WorkTeam,

    /// <summary>The names of referees; several are separated by semicolons, as are those of the following officials.</summary>
    Referee,

    Scorekeeper,

    LineJudge,

    /// <summary>Those whom a team sends to help.</summary>
    Helper,

    /// <summary>How the match is played: the name of a preset, or a format as JSON.</summary>
    Format,

    /// <summary>The tie whose rubber the match is: what stands in the tie's column of ids, or its number.</summary>
    PartOf,

    /// <summary>Which of its tie's rubbers it is, from 1.</summary>
    Rubber,
}
