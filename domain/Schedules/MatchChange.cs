using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>Changes to a match. What is left out stays as it is, and null clears it.</summary>
public record MatchChange
{
    /// <summary>Its division.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> DivisionId { get; init; }

    /// <summary>Its court.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> CourtId { get; init; }

    /// <summary>Team 1, if it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Team1Id { get; init; }

    /// <summary>Team 2, if it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Team2Id { get; init; }

    /// <summary>What stands for team 1 until it is known, such as "Winner of match 12".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Team1Label { get; init; }

    /// <summary>What stands for team 2 until it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Team2Label { get; init; }

    /// <summary>When it starts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> EndsAt { get; init; }

    /// <summary>What people call it, such as M12, if its id doesn't say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Number { get; init; }

    /// <summary>Who has a duty at it; at most 20.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<EquatableList<Official>> Officials { get; init; }

    /// <summary>The team that helps: keeps score, or judges lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> WorkTeamId { get; init; }

    /// <summary>When it starts at the earliest, if its start depends on the matches before it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> NotBefore { get; init; }

    /// <summary>The match that is played after it on the same court, as soon as it is over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MatchId?> FollowedBy { get; init; }

    /// <summary>Joins the matches of one tie, such as the two legs of a semi-final.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> TieId { get; init; }

    /// <summary>Which of two legs of its tie it is: 1 or 2.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Leg { get; init; }

    /// <summary>How it is played, if not like its division's matches, or the event's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<FormatChoice> Format { get; init; }

    /// <summary>Where team 1 comes from: the winner or loser of a match, or a place of a pool.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<SideSource> Team1From { get; init; }

    /// <summary>Where team 2 comes from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<SideSource> Team2From { get; init; }

    /// <summary>The pool for whose standings it counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Pool { get; init; }

    /// <summary>The tie whose rubber it is: a match of the same two teams, played in a format of the kind rubbers. A rubber has the sides of its tie, and need not name them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MatchId?> PartOf { get; init; }

    /// <summary>Which of its tie's rubbers it is, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Rubber { get; init; }

    /// <summary>Returns the match with these changes.</summary>
    public ScheduledMatch ApplyTo(ScheduledMatch match) => new ScheduledMatch(
        match.Id, DivisionId.Or(match.DivisionId).Value, CourtId.Or(match.CourtId).Value, Team1Id.Or(match.Team1Id).Value, Team2Id.Or(match.Team2Id).Value,
        Team1Label.Or(match.Team1Label).Value, Team2Label.Or(match.Team2Label).Value, StartsAt.Or(match.StartsAt).Value?.ToMilliseconds(),
        EndsAt.Or(match.EndsAt).Value?.ToMilliseconds(), Number, Officials, WorkTeamId, NotBefore.Select(time => time?.ToMilliseconds()), FollowedBy, TieId, Leg, Format,
        From(Team1From, Team1Label, match.Inferred.HasFlag(InferredMembers.Team1From)), From(Team2From, Team2Label, match.Inferred.HasFlag(InferredMembers.Team2From)), Pool, PartOf, Rubber)
        .AppliedTo(match);

    // A label that is cleared takes the source with it that was read from it.
    private static Optional<SideSource> From(Optional<SideSource> from, Optional<string> label, bool isRead) =>
        isRead && !from.IsGiven && label is { IsGiven: true, Value: null } ? Optional<SideSource>.Null : from;
}

/// <summary>A new match.</summary>
public sealed record NewMatch : MatchChange
{
    /// <summary>Any 32-bit integer that no match of the event has; the server makes one if it is left out.</summary>
    public MatchId? Id { get; init; }
}
