using System.Text.Json;

namespace LiveFeed.Domain.Formats;

/// <summary>What is wrong with a format that an organizer gives.</summary>
internal static class FormatFaults
{
    /// <summary>More periods than any sport plays, so that a score stays small.</summary>
    public const int MaxPeriods = 99;

    /// <summary>More rubbers than any league plays: table tennis has up to 14 in a tie.</summary>
    public const int MaxRubbers = 15;

    private const int MaxPoints = 999;
    private const int MaxLead = 10;
    private const int MaxGames = 20;
    private const int MaxPenalties = 10;

    /// <summary>Returns what is wrong, by member; empty if nothing is.</summary>
    public static Dictionary<string, string> Of(MatchFormat format)
    {
        var faults = new Dictionary<string, string>();
        CheckMembers(format, faults);
        switch (format.Kind)
        {
            case FormatKind.Sets:
                CheckSets(format, faults);
                break;
            case FormatKind.Games:
                CheckGames(format, faults);
                break;
            case FormatKind.Sum:
                Within("periods", format.Periods, 1, MaxPeriods, faults);
                if (format.ShootOut is not null)
                    Within("shootOut", format.ShootOut, 0, MaxPenalties, faults);
                if (format.Clock is { } clock)
                {
                    Within("clock.minutes", clock.Minutes, 1, FormatClock.MaxMinutes, faults);
                    if (clock.OvertimeMinutes is not null)
                        Within("clock.overtimeMinutes", clock.OvertimeMinutes, 1, FormatClock.MaxMinutes, faults);
                }

                break;
            case FormatKind.Rubbers:
                Within("rubbers", format.Rubbers, 1, MaxRubbers, faults);
                break;
        }

        return faults;
    }

    private static void CheckSets(MatchFormat format, Dictionary<string, string> faults)
    {
        if (format.BestOf is not (1 or 2 or 3 or 5 or 7))
            faults["bestOf"] = "bestOf is 1, 2, 3, 5 or 7.";
        // A set that ends by time need not go to any number.
        if (format.Timed is not true || format.SetTo is not null)
            Within("setTo", format.SetTo, 1, MaxPoints, faults);
        CheckEnd("", format.SetTo, format.Lead, format.Cap, faults);
        if (format.Decider is not { } decider)
            return;
        if (format.BestOf is 1 or 2)
            faults["decider"] = "There is a deciding set only if bestOf is 3, 5 or 7.";
        Within("decider.setTo", decider.SetTo, 1, MaxPoints, faults);
        CheckEnd("decider.", decider.SetTo, decider.Lead, decider.Cap, faults);
    }

    private static void CheckEnd(string prefix, int? setTo, int? lead, int? cap, Dictionary<string, string> faults)
    {
        if (lead is not null)
            Within(prefix + "lead", lead, 1, MaxLead, faults);
        if (cap is not null)
            Within(prefix + "cap", cap, setTo ?? 1, MaxPoints, faults);
    }

    private static void CheckGames(MatchFormat format, Dictionary<string, string> faults)
    {
        if (format.BestOf is not (1 or 3 or 5))
            faults["bestOf"] = "bestOf is 1, 3 or 5.";
        Within("gamesTo", format.GamesTo, 1, MaxGames, faults);
        if (format.TieBreakAt is { } at && at != 0 && at != format.GamesTo && at != format.GamesTo - 1)
            faults["tieBreakAt"] = "tieBreakAt is gamesTo, one less, or 0 for no tie-break.";
        if (format.TieBreakTo is not null)
            Within("tieBreakTo", format.TieBreakTo, 1, MaxPoints, faults);
        if (format is { BestOf: 1, FinalSet: FinalSet.MatchTieBreak7 or FinalSet.MatchTieBreak10 or FinalSet.Any })
            faults["finalSet"] = "A match of one set has no deciding set.";
    }

    private static void CheckMembers(MatchFormat format, Dictionary<string, string> faults)
    {
        (FormatKind Kind, string Name, object? Value)[] members =
        [
            (FormatKind.Sets, nameof(format.SetTo), format.SetTo), (FormatKind.Sets, nameof(format.Lead), format.Lead), (FormatKind.Sets, nameof(format.Cap), format.Cap),
            (FormatKind.Sets, nameof(format.Decider), format.Decider), (FormatKind.Sets, nameof(format.Timed), format.Timed),
            (FormatKind.Games, nameof(format.GamesTo), format.GamesTo), (FormatKind.Games, nameof(format.TieBreakAt), format.TieBreakAt),
            (FormatKind.Games, nameof(format.TieBreakTo), format.TieBreakTo), (FormatKind.Games, nameof(format.FinalSet), format.FinalSet), (FormatKind.Games, nameof(format.NoAd), format.NoAd),
            (FormatKind.Sum, nameof(format.Periods), format.Periods), (FormatKind.Sum, nameof(format.Overtime), format.Overtime),
            (FormatKind.Sum, nameof(format.ShootOut), format.ShootOut), (FormatKind.Sum, nameof(format.Clock), format.Clock), (FormatKind.Generic, nameof(format.Winner), format.Winner),
            (FormatKind.Rubbers, nameof(format.Rubbers), format.Rubbers),
        ];
        foreach (var (kind, name, _) in members.Where(member => member.Value is not null && member.Kind != format.Kind))
            faults[Wire(name)] = $"{Wire(name)} belongs to formats of the kind {Wire($"{kind}")}.";
        if (format.BestOf is not null && format.Kind is not (FormatKind.Sets or FormatKind.Games))
            faults["bestOf"] = "bestOf belongs to formats of the kinds sets and games.";
        if (format.PlayAll is not null && format.Kind is not (FormatKind.Sets or FormatKind.Rubbers))
            faults["playAll"] = "playAll belongs to formats of the kinds sets and rubbers.";
        if (format.DrawAllowed is not null && format.Kind is not (FormatKind.Sum or FormatKind.Rubbers))
            faults["drawAllowed"] = "drawAllowed belongs to formats of the kinds sum and rubbers.";
    }

    private static void Within(string member, int? value, int least, int most, Dictionary<string, string> faults)
    {
        if (value is null || value < least || value > most)
            faults.TryAdd(member, $"{member} is a number from {least} to {most}.");
    }

    private static string Wire(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
