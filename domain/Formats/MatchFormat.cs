using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Formats;

/// <summary>How a match is played and won. Which members there are depends on the kind; see GET /api/formats for the presets.</summary>
/// <param name="Kind">What decides the match.</param>
/// <param name="Preset">The preset that this is; null for one of the organizer's own.</param>
/// <param name="BestOf">sets, games: the maximum number of sets. sets: 1, 2, 3, 5 or 7; games: 1, 3 or 5.</param>
/// <param name="SetTo">sets: the points that a set goes to.</param>
/// <param name="Lead">sets: the lead that wins a set; 2 if left out.</param>
/// <param name="Cap">sets: the points that win a set with any lead; none if left out.</param>
/// <param name="Decider">sets: how the deciding set is played, if not like the others.</param>
/// <param name="PlayAll">sets, rubbers: whether all of them are played, even if the match is won.</param>
/// <param name="Timed">sets: whether sets end by time, at any score, and may be drawn.</param>
/// <param name="GamesTo">games: the games that a set goes to, with a lead of two.</param>
/// <param name="TieBreakAt">games: the level score at which a tie-break is played, gamesTo or one less; 0 for none. gamesTo if left out.</param>
/// <param name="TieBreakTo">games: the points of a tie-break; 7 if left out.</param>
/// <param name="FinalSet">games: how the deciding set is played; like the others if left out.</param>
/// <param name="NoAd">games: whether the point at 40-40 wins the game.</param>
/// <param name="Periods">sum: how many periods are played.</param>
/// <param name="Overtime">sum: whether further periods may follow.</param>
/// <param name="ShootOut">sum: how many penalties each team has in a shoot-out before it goes on one by one; 0, or left out, for no shoot-out.</param>
/// <param name="DrawAllowed">sum, rubbers: whether a match may be drawn. If left out, true for sum and false for rubbers.</param>
/// <param name="Winner">generic: who wins; sum if left out.</param>
/// <param name="Rubbers">rubbers: how many rubbers there are at most, 1 to 15.</param>
/// <param name="Clock">sum: how long periods last, if the minutes are counted on from one period to the next, as in football; each period begins at 0 if left out.</param>
public sealed record MatchFormat(
    FormatKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Preset = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BestOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? SetTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Lead = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Cap = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DecidingSet? Decider = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? PlayAll = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Timed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? GamesTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TieBreakAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TieBreakTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FinalSet? FinalSet = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? NoAd = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Periods = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Overtime = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ShootOut = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? DrawAllowed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WinnerBy? Winner = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Rubbers = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormatClock? Clock = null)
{
    /// <summary>Returns the format with every default written out, so that a reader needs to know none.</summary>
    public MatchFormat Complete() => Kind switch
    {
        FormatKind.Sets => this with
        {
            Lead = Lead ?? 2,
            PlayAll = PlayAll ?? false,
            Timed = Timed ?? false,
            Decider = Decider is { } set ? set with { Lead = set.Lead ?? Lead ?? 2 } : null,
        },
        FormatKind.Games => this with { TieBreakAt = TieBreakAt ?? GamesTo, TieBreakTo = TieBreakTo ?? 7, FinalSet = FinalSet ?? Formats.FinalSet.TieBreak, NoAd = NoAd ?? false },
        FormatKind.Sum => this with
        {
            Overtime = Overtime ?? false,
            ShootOut = ShootOut ?? 0,
            DrawAllowed = DrawAllowed ?? true,
            // A preset that was stored before presets had a clock is still that preset.
            Clock = (Clock ?? FormatClock.OfPreset(Preset)) is { } clock ? clock with { OvertimeMinutes = clock.OvertimeMinutes ?? clock.Minutes } : null,
        },
        FormatKind.Rubbers => this with { PlayAll = PlayAll ?? false, DrawAllowed = DrawAllowed ?? false },
        _ => this with { Winner = Winner ?? WinnerBy.Sum },
    };
}
