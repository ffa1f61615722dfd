namespace LiveFeed.Domain.Schedules;

/// <summary>Checks the rubbers of a schedule: matches that are part of another one, their tie.</summary>
internal static class RubberRules
{
    /// <summary>Reports what is wrong.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="wrong">Takes a position, such as <c>matches[3].partOf</c>, and a message.</param>
    public static void Validate(Schedule schedule, Action<string, string> wrong)
    {
        var byId = schedule.Matches.DistinctBy(match => match.Id).ToDictionary(match => match.Id);
        var formats = schedule.Divisions.DistinctBy(division => division.Id).ToDictionary(division => division.Id, division => division.Format.Value);
        var (numbers, ties) = (new Dictionary<(MatchId, int), MatchId>(), new HashSet<MatchId>());
        foreach (var (index, match) in schedule.Matches.Index())
        {
            var at = $"matches[{index}]";
            foreach (var (side, source) in new[] { (1, match.Given.Team1From.Value), (2, match.Given.Team2From.Value) })
            {
                if (source?.Match is { } from && byId.GetValueOrDefault(from)?.PartOf.Value is { } tie)
                    wrong($"{at}.team{side}From", $"Match {from} is a rubber. Name its tie, match {tie}.");
            }

            if (match.PartOf.Value is { } partOf)
                ValidateRubber(at, match, partOf);
            else if (match.Rubber.Value is not null)
                wrong($"{at}.rubber", "A rubber needs the match that it is part of: partOf.");
        }

        foreach (var (index, match) in schedule.Matches.Index().Where(one => ties.Contains(one.Item.Id) && FormatOf(one.Item)?.Kind is not FormatKind.Rubbers))
            wrong($"matches[{index}].format", $"Match {match.Id} has rubbers. It, or its division, needs a format of the kind rubbers.");

        void ValidateRubber(string at, ScheduledMatch match, MatchId partOf)
        {
            if (partOf == match.Id)
            {
                wrong($"{at}.partOf", "A match can't be part of itself.");
                return;
            }

            if (!byId.TryGetValue(partOf, out var tie))
            {
                wrong($"{at}.partOf", $"There is no match {partOf} in this schedule.");
                return;
            }

            if (tie.PartOf.Value is not null)
                wrong($"{at}.partOf", $"Match {partOf} is a rubber itself. A rubber has no rubbers.");
            else
                ties.Add(partOf);
            ValidateNumber(at, match, tie);
            ValidateSides(at, match.Given, tie);
            if (match.Format.Value?.Resolve()?.Kind is FormatKind.Rubbers)
                wrong($"{at}.format", "A rubber can't be a tie. Give it the format in which it is played.");
            if (match.Given.Pool.Value is not null)
                wrong($"{at}.pool", "Only the tie counts for a pool.");
            if (match.TieId.Value is not null || match.Leg.Value is not null)
                wrong($"{at}.tieId", "Only the tie can be a leg.");
        }

        void ValidateNumber(string at, ScheduledMatch match, ScheduledMatch tie)
        {
            var most = FormatOf(tie)?.Rubbers ?? FormatFaults.MaxRubbers;
            if (match.Rubber.Value is not { } number || number < 1 || number > most)
                wrong($"{at}.rubber", $"Say which rubber of its tie this is, 1 to {most}.");
            else if (!numbers.TryAdd((tie.Id, number), match.Id))
                wrong($"{at}.rubber", $"Match {numbers[(tie.Id, number)]} is rubber {number} of match {tie.Id} already.");
        }

        void ValidateSides(string at, ScheduledMatch given, ScheduledMatch tie)
        {
            foreach (var (side, team, label, source, ofTie, labelOfTie) in new[]
            {
                (1, given.Team1Id, given.Team1Label, given.Team1From.Value, tie.Team1Id, tie.Team1Label),
                (2, given.Team2Id, given.Team2Label, given.Team2From.Value, tie.Team2Id, tie.Team2Label),
            })
            {
                if (team is not null && team != ofTie)
                    wrong($"{at}.team{side}Id", $"A rubber has the sides of its tie, match {tie.Id}. Leave its teams out.");
                if (label is not null && label != labelOfTie)
                    wrong($"{at}.team{side}Label", $"A rubber has the sides of its tie, match {tie.Id}. Leave its labels out.");
                if (source is not null)
                    wrong($"{at}.team{side}From", $"A rubber has the sides of its tie, match {tie.Id}. Leave their sources out.");
            }
        }

        // An event has no format of the kind rubbers.
        MatchFormat? FormatOf(ScheduledMatch match) => match.FormatIn(match.DivisionId is { } division ? formats.GetValueOrDefault(division) : null)?.Resolve();
    }
}
