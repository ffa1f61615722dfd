namespace LiveFeed.Domain.Schedules;

/// <summary>Checks what a match has beside its teams, place and time: officials, work team, order of play, tie.</summary>
public static class MatchDetails
{
    /// <summary>How many officials a match may have.</summary>
    public const int MaxOfficials = 20;

    /// <summary>The longest text that joins the matches of a tie.</summary>
    public const int MaxTieId = 20;

    /// <summary>The longest name of an official.</summary>
    public const int MaxOfficialName = 80;

    /// <summary>Reports what is wrong with the details of each match, and with those that matches have together.</summary>
    /// <param name="matches">All matches.</param>
    /// <param name="teams">The ids of all teams.</param>
    /// <param name="wrong">Takes a position, such as <c>matches[3].leg</c>, and a message.</param>
    public static void Validate(IReadOnlyList<ScheduledMatch> matches, IReadOnlySet<int> teams, Action<string, string> wrong)
    {
        var ids = matches.Select(match => match.Id).ToHashSet();
        var (before, legs) = (new Dictionary<MatchId, MatchId>(), new Dictionary<(string, int), MatchId>());
        foreach (var (index, match) in matches.Index())
        {
            var at = $"matches[{index}]";
            ValidateOfficials($"{at}.officials", match.Officials.Value ?? [], wrong);
            if (match.WorkTeamId.Value is { } workTeam && !teams.Contains(workTeam))
                wrong($"{at}.workTeamId", $"There is no team {workTeam} in this schedule.");
            if (match.FollowedBy.Value is { } next && FaultOfNext(match.Id, next) is { } fault)
                wrong($"{at}.followedBy", fault);
            if (match.TieId.Value is { } tie && !DisplayText.IsValid(tie, MaxTieId))
                wrong($"{at}.tieId", $"A tie's id has 1 to {MaxTieId} characters, without line breaks.");
            if (match.Leg.Value is { } leg && FaultOfLeg(match, leg) is { } wrongLeg)
                wrong($"{at}.leg", wrongLeg);
        }

        foreach (var (index, match) in Loops(matches))
            wrong($"matches[{index}].followedBy", $"Match {match.Id} would follow itself in the end.");

        string? FaultOfNext(MatchId id, MatchId next) =>
            !ids.Contains(next) ? $"There is no match {next} in this schedule."
            : next == id ? "A match can't follow itself."
            : !before.TryAdd(next, id) ? $"Match {next} follows match {before[next]} already."
            : null;

        string? FaultOfLeg(ScheduledMatch match, int leg) =>
            leg is not (1 or 2) ? "A leg is 1 or 2."
            : match.TieId.Value is not { } tie ? "A leg needs the tieId that it belongs to."
            : !legs.TryAdd((tie, leg), match.Id) ? $"Match {legs[(tie, leg)]} is leg {leg} of this tie already."
            : null;
    }

    /// <summary>Returns the matches that follow themselves: none of those before them is the first one.</summary>
    private static IEnumerable<(int Index, ScheduledMatch Match)> Loops(IReadOnlyList<ScheduledMatch> matches)
    {
        var next = matches.Where(match => match.FollowedBy.Value is not null).DistinctBy(match => match.Id).ToDictionary(match => match.Id, match => match.FollowedBy.Value!.Value);
        var reached = new HashSet<MatchId>();
        foreach (var first in next.Keys.Except(next.Values))
        {
            for (var at = first; reached.Add(at) && next.TryGetValue(at, out var later);)
                at = later;
        }

        return matches.Index().Where(item => next.ContainsKey(item.Item.Id) && !reached.Contains(item.Item.Id) && next[item.Item.Id] != item.Item.Id);
    }

    private static void ValidateOfficials(string at, IReadOnlyList<Official> officials, Action<string, string> wrong)
    {
        if (officials.Count > MaxOfficials)
            wrong(at, $"A match has at most {MaxOfficials} officials.");
        foreach (var (index, official) in officials.Index())
        {
            if (official is { UserId: null, Name: null })
                wrong($"{at}[{index}].name", "Give the official's name, or the userId of an account.");
            if (official.Name is { } name && !DisplayText.IsValid(name, MaxOfficialName))
                wrong($"{at}[{index}].name", $"A name has 1 to {MaxOfficialName} characters, without line breaks.");
        }
    }
}
