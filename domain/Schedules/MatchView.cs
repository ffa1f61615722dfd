using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A match, as clients see it. A team that isn't known yet is null and has a label instead.</summary>
/// <param name="Id">Any 32-bit integer.</param>
/// <param name="Division">Its division.</param>
/// <param name="Court">Its court.</param>
/// <param name="Team1">Team 1, if it is known.</param>
/// <param name="Team2">Team 2, if it is known.</param>
/// <param name="Team1Label">What stands for team 1 until it is known, such as "Winner of match 12".</param>
/// <param name="Team2Label">What stands for team 2 until it is known.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Number">What people call it, such as M12, if its id doesn't say it.</param>
/// <param name="Officials">Who has a duty at it.</param>
/// <param name="WorkTeam">The team that helps: keeps score, or judges lines.</param>
/// <param name="NotBefore">When it starts at the earliest, if its start depends on the matches before it.</param>
/// <param name="FollowedBy">The match that is played after it on the same court, as soon as it is over.</param>
/// <param name="TieId">Joins the matches of one tie, such as the two legs of a semi-final.</param>
/// <param name="Leg">Which of two legs of its tie it is: 1 or 2.</param>
/// <param name="Team1From">Where team 1 comes from, if it is not set by hand.</param>
/// <param name="Team2From">Where team 2 comes from, if it is not set by hand.</param>
/// <param name="Pool">The id of the pool for whose standings it counts.</param>
/// <param name="PartOf">The tie whose rubber it is.</param>
/// <param name="Rubber">Which of its tie's rubbers it is, from 1.</param>
/// <param name="Format">How it is played, if not in the event's format; with every default written out.</param>
public sealed record MatchView(
    MatchId Id, NamedView? Division, NamedView? Court, NamedView? Team1, NamedView? Team2, string? Team1Label, string? Team2Label,
    DateTimeOffset? StartsAt, DateTimeOffset? EndsAt,
    // Left out unless they are set, as in the entries that earlier versions wrote.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquatableList<Official>? Officials = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedView? WorkTeam = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? NotBefore = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MatchId? FollowedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TieId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Leg = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MatchFormat? Format = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SideSource? Team1From = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SideSource? Team2From = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pool = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MatchId? PartOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Rubber = null)
{
    /// <summary>What people call side 1: the team, or its label.</summary>
    [JsonIgnore]
    public string Side1 => Team1?.Name ?? Team1Label ?? "";

    /// <summary>What people call side 2.</summary>
    [JsonIgnore]
    public string Side2 => Team2?.Name ?? Team2Label ?? "";
}

/// <summary>A division, court or team, by id and name.</summary>
public sealed record NamedView(int Id, string Name);
