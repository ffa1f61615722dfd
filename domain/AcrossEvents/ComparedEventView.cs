namespace LiveFeed.Domain.AcrossEvents;

/// <summary>The figures of one event.</summary>
/// <param name="Id">The event.</param>
/// <param name="Name">The name that people use.</param>
/// <param name="Sport">The sport.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Teams">How many teams the schedule has.</param>
/// <param name="Matches">How many matches have come how far. A tie is one match.</param>
/// <param name="PointsPerMatch">The average of both teams' points or goals together, over the matches that were played to their end; null if there is none.</param>
/// <param name="SetResults">How many of these matches ended by which sets, for matches that are won by sets.</param>
/// <param name="ClosestMatch">The one of these matches with the least difference in sets, then in points; null if there is none.</param>
/// <param name="LongestMatch">The match that took longest; null if of no match both the start and the end are known.</param>
/// <param name="LongestSeconds">How long it took.</param>
/// <param name="Walkovers">Matches that ended by a walkover or forfeit.</param>
/// <param name="WalkoverShare">Their share of the final matches, from 0 to 1; null if there is none.</param>
/// <param name="StartDelaySeconds">How much later matches started than scheduled, on average; less than zero if earlier; null if it is known of none.</param>
/// <param name="StartsKnown">Of how many matches both the scheduled and the real start are known.</param>
public sealed record ComparedEventView(
    EventId Id, string Name, string Sport, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int Teams, MatchCountsView Matches, decimal? PointsPerMatch,
    IReadOnlyList<SetResultView> SetResults, ComparedMatchView? ClosestMatch, ComparedMatchView? LongestMatch, int? LongestSeconds, int Walkovers, decimal? WalkoverShare,
    int? StartDelaySeconds, int StartsKnown);

/// <summary>How many matches have come how far.</summary>
public sealed record MatchCountsView(int Total, int Scheduled, int InProgress, int Final, int Cancelled, int Postponed, int Suspended, int Abandoned)
{
    internal static MatchCountsView Of(IReadOnlyList<MatchStatus> all)
    {
        return new(
            all.Count, Count(MatchStatus.Scheduled), Count(MatchStatus.InProgress), Count(MatchStatus.Final), Count(MatchStatus.Cancelled), Count(MatchStatus.Postponed),
            Count(MatchStatus.Suspended), Count(MatchStatus.Abandoned));

        int Count(MatchStatus status) => all.Count(one => one == status);
    }
}

/// <summary>How many matches ended by these sets, whoever won them.</summary>
/// <param name="Won">The sets of the winner.</param>
/// <param name="Lost">The sets of the other side.</param>
/// <param name="Matches">The matches.</param>
public sealed record SetResultView(int Won, int Lost, int Matches);

/// <summary>A match with its score.</summary>
/// <param name="Id">The match.</param>
/// <param name="Team1">The name of team 1.</param>
/// <param name="Team2">The name of team 2.</param>
/// <param name="Sets">Its sets.</param>
public sealed record ComparedMatchView(MatchId Id, string Team1, string Team2, IReadOnlyList<SetScore> Sets);
