using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// A match of a schedule. A team that isn't known yet has a label instead of an id. If an upload leaves number, officials, workTeamId,
/// notBefore, followedBy, tieId, leg, format, team1From, team2From, pool, partOf or rubber out, they stay as they are stored; null clears them.
/// </summary>
/// <param name="Id">Any 32-bit integer.</param>
/// <param name="DivisionId">Its division.</param>
/// <param name="CourtId">Its court.</param>
/// <param name="Team1Id">Team 1, if it is known.</param>
/// <param name="Team2Id">Team 2, if it is known.</param>
/// <param name="Team1Label">What stands for team 1 until it is known, such as "Winner of match 12".</param>
/// <param name="Team2Label">What stands for team 2 until it is known.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Number">What people call it, such as M12, if its id doesn't say it.</param>
/// <param name="Officials">Who has a duty at it; at most 20.</param>
/// <param name="WorkTeamId">The team that helps: keeps score, or judges lines.</param>
/// <param name="NotBefore">When it starts at the earliest, if its start depends on the matches before it.</param>
/// <param name="FollowedBy">The match that is played after it on the same court, as soon as it is over.</param>
/// <param name="TieId">Joins the matches of one tie, such as the two legs of a semi-final.</param>
/// <param name="Leg">Which of two legs of its tie it is: 1 or 2.</param>
/// <param name="Team1From">Where team 1 comes from: the winner or loser of a match, or a place of a pool.</param>
/// <param name="Team2From">Where team 2 comes from.</param>
/// <param name="Pool">The pool for whose standings it counts.</param>
/// <param name="PartOf">The tie whose rubber it is: a match of the same two teams, played in a format of the kind rubbers. A rubber has the sides of its tie, and need not name them.</param>
/// <param name="Rubber">Which of its tie's rubbers it is, from 1.</param>
/// <param name="Format">How it is played, if not like its division's matches, or the event's.</param>
public sealed record ScheduledMatch(
    MatchId Id, int? DivisionId = null, int? CourtId = null, int? Team1Id = null, int? Team2Id = null, string? Team1Label = null,
    string? Team2Label = null, DateTimeOffset? StartsAt = null, DateTimeOffset? EndsAt = null,
    // Not written unless they are set: the versions of stored schedules, and the hashes of earlier uploads, stay the same.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Number = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<Official>> Officials = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> WorkTeamId = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<DateTimeOffset?> NotBefore = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<MatchId?> FollowedBy = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> TieId = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> Leg = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<FormatChoice> Format = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<SideSource> Team1From = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<SideSource> Team2From = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Pool = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<MatchId?> PartOf = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> Rubber = default)
{
    /// <summary>Which of the members nobody gave.</summary>
    [JsonIgnore]
    public InferredMembers Inferred { get; init; }

    /// <summary>The match without the members that nobody gave.</summary>
    [JsonIgnore]
    public ScheduledMatch Given => this with
    {
        Team1From = Inferred.HasFlag(InferredMembers.Team1From) ? default : Team1From,
        Team2From = Inferred.HasFlag(InferredMembers.Team2From) ? default : Team2From,
        DivisionId = IsOfTie(InferredMembers.Division) ? null : DivisionId,
        Team1Id = IsOfTie(InferredMembers.Side1) ? null : Team1Id,
        Team2Id = IsOfTie(InferredMembers.Side2) ? null : Team2Id,
        Team1Label = Inferred.HasFlag(InferredMembers.Team1Label) || IsOfTie(InferredMembers.Side1) ? null : Team1Label,
        Team2Label = Inferred.HasFlag(InferredMembers.Team2Label) || IsOfTie(InferredMembers.Side2) ? null : Team2Label,
        Pool = Inferred.HasFlag(InferredMembers.Pool) ? default : Pool,
        Inferred = InferredMembers.None,
    };

    /// <summary>Returns the match with what it leaves out as it is stored. What is cleared, and what was never set, is left out then.</summary>
    /// <param name="stored">The stored match; null if there is none.</param>
    public ScheduledMatch AppliedTo(ScheduledMatch? stored)
    {
        var (side1, side2) = ((Team1Id, Team1Label, Team1From), (Team2Id, Team2Label, Team2From));
        var (from1, from2) = (SourceOf(side1, stored is null ? default : (stored.Team1Id, stored.Team1Label, stored.Team1From)), SourceOf(side2, stored is null ? default : (stored.Team2Id, stored.Team2Label, stored.Team2From)));
        var applied = Applied(stored);
        return applied with
        {
            Team1From = from1,
            Team2From = from2,
            // A source that was read from a label can't stay without it.
            Team1Label = Team1Label ?? (!Team1From.IsGiven && from1 is not null && stored!.Inferred.HasFlag(InferredMembers.Team1From) ? stored.Team1Label : null),
            Team2Label = Team2Label ?? (!Team2From.IsGiven && from2 is not null && stored!.Inferred.HasFlag(InferredMembers.Team2From) ? stored.Team2Label : null),
            Inferred = stored is null ? InferredMembers.None : stored.Inferred
                & (Stays(InferredMembers.Team1From, from1, stored.Team1From.Value) | Stays(InferredMembers.Team1Label, Team1Label, stored.Team1Label)
                    | Stays(InferredMembers.Team2From, from2, stored.Team2From.Value) | Stays(InferredMembers.Team2Label, Team2Label, stored.Team2Label)
                    | (DivisionId == stored.DivisionId ? InferredMembers.Division : InferredMembers.None)
                    | Stays(InferredMembers.Side1, $"{Team1Id} {Team1Label}", $"{stored.Team1Id} {stored.Team1Label}")
                    | Stays(InferredMembers.Side2, $"{Team2Id} {Team2Label}", $"{stored.Team2Id} {stored.Team2Label}")
                    | Stays(InferredMembers.Pool, applied.Pool.Value, stored.Pool.Value)),
            // A team that was filled in stays as long as its side comes from the same place.
            Team1Id = Team1Id ?? (from1 is not null && from1 == stored?.Team1From.Value ? stored.Team1Id : null),
            Team2Id = Team2Id ?? (from2 is not null && from2 == stored?.Team2From.Value ? stored.Team2Id : null),
        };
    }

    private ScheduledMatch Applied(ScheduledMatch? stored) => this with
    {
        Pool = Pool.Or(stored?.Pool ?? default),
        Number = Number.Or(stored?.Number ?? default),
        // No officials are as good as none.
        Officials = Officials.Or(stored?.Officials ?? default) is { Value.Count: > 0 } officials ? officials : default,
        WorkTeamId = WorkTeamId.Or(stored?.WorkTeamId ?? default),
        NotBefore = NotBefore.Or(stored?.NotBefore ?? default),
        FollowedBy = FollowedBy.Or(stored?.FollowedBy ?? default),
        TieId = TieId.Or(stored?.TieId ?? default),
        Leg = Leg.Or(stored?.Leg ?? default),
        Format = Format.Or(stored?.Format ?? default),
        PartOf = PartOf.Or(stored?.PartOf ?? default),
        Rubber = Rubber.Or(stored?.Rubber ?? default),
    };

    // What was a rubber, and is none any more, keeps its sides and its division as its own.
    private bool IsOfTie(InferredMembers member) => PartOf.Value is not null && Inferred.HasFlag(member);

    /// <summary>Returns the rubber with the sides of its tie, and in its division unless it names another one.</summary>
    public ScheduledMatch InTie(ScheduledMatch tie) => this with
    {
        DivisionId = Given.DivisionId ?? tie.DivisionId,
        Team1Id = tie.Team1Id,
        Team2Id = tie.Team2Id,
        Team1Label = tie.Team1Label,
        Team2Label = tie.Team2Label,
        Team1From = default,
        Team2From = default,
        Inferred = InferredMembers.Side1 | InferredMembers.Side2 | (Given.DivisionId is { } own && own != tie.DivisionId ? InferredMembers.None : InferredMembers.Division),
    };

    /// <summary>Returns the match's own format, or that of its division; null for the event's.</summary>
    public FormatChoice? FormatIn(FormatChoice? ofDivision) => FormatChoice.ForMatch(Format.Value, ofDivision, PartOf.Value is not null);

    /// <summary>Returns the match with names that can be shown, and times as they are stored.</summary>
    public ScheduledMatch Cleaned() => this with
    {
        Team1Label = Clean(Team1Label),
        Team2Label = Clean(Team2Label),
        Number = Number.Select(DisplayText.Clean),
        Officials = Officials.Select(officials => [.. officials.Select(official => official with { Name = Clean(official.Name) })]),
        TieId = TieId.Select(DisplayText.Clean),
    };

    /// <summary>Returns the source of a side: a stored one stays, unless the side gets another team, or another label, from which a source is read anew.</summary>
    private static SideSource? SourceOf((int? TeamId, string? Label, Optional<SideSource> From) planned, (int? TeamId, string? Label, Optional<SideSource> From) stored) =>
        planned.From.IsGiven ? planned.From.Value
        : planned.TeamId is not null && planned.TeamId != stored.TeamId ? null
        : planned.TeamId is null && planned.Label is not null && planned.Label != stored.Label ? null
        : stored.From.Value;

    // What is uploaded as it was read is no more given than before.
    private static InferredMembers Stays<T>(InferredMembers member, T? planned, T? stored)
        where T : class => Equals(planned, stored) ? member : InferredMembers.None;

    private static string? Clean(string? text) => text is null ? null : DisplayText.Clean(text);
}
