using System.Text.Json;

namespace LiveFeed.Domain.Brackets;

/// <summary>The brackets of an event, as they follow from its schedule and its scores.</summary>
public static class EventBrackets
{
    /// <summary>Returns all brackets in the order of divisions; in each, those that play for better places first.</summary>
    /// <param name="schedule">The schedule, with all of its matches and pools.</param>
    /// <param name="scores">The scores by match.</param>
    /// <param name="names">What is published of officials' names.</param>
    public static IReadOnlyList<BracketView> Of(StoredSchedule schedule, IReadOnlyDictionary<MatchId, ScoreView> scores, PublicNames names)
    {
        var poolCounts = schedule.Pools.Values.Where(pool => pool.PlacesFrom is null).GroupBy(pool => pool.DivisionId).SelectMany(division => division.Select(pool => (pool.Id, Count: division.Count())))
            .ToDictionary(pool => pool.Id, pool => pool.Count);
        var brackets = BracketLayout.Create(BracketGraph.Create(schedule.Matches.Values), poolCounts);
        var byes = Byes(schedule);
        return
        [
            .. brackets.OrderBy(bracket => bracket[0].DivisionId is null).ThenBy(bracket => bracket[0].DivisionId).ThenBy(bracket => bracket[0].Place).ThenBy(bracket => bracket[0].Id)
                .Select(bracket => new BracketView(bracket[0].Id, bracket[0].DivisionId is { } division ? new NamedView(division, schedule.Divisions[division].Name) : null, Rounds(bracket, View))),
        ];

        IEnumerable<BracketMatchView> View(BracketNode node) => node.Matches.Select(match =>
            new BracketMatchView(node.Position, PublishedNames.Of(names, schedule.View(match)), scores.GetValueOrDefault(match.Id), byes.GetValueOrDefault(match.Id)));
    }

    private static List<BracketRoundView> Rounds(IReadOnlyList<BracketNode> bracket, Func<BracketNode, IEnumerable<BracketMatchView>> view)
    {
        var hasLosers = bracket.Any(node => node.Stage is BracketStage.Losers);
        var rounds = new List<BracketRoundView>();
        foreach (var part in bracket.GroupBy(node => (node.Stage, node.Place)).OrderBy(part => part.Key))
        {
            var (size, last) = (2, rounds.Count);
            var byRound = part.GroupBy(node => node.RoundsAfter).OrderBy(round => round.Key).ToList();
            foreach (var round in byRound)
            {
                var (number, isLast) = (byRound.Count - round.Key, round.Key == 0);
                rounds.Insert(last, new BracketRoundView(
                    FormattableString.Invariant($"{JsonNamingPolicy.CamelCase.ConvertName(part.Key.Stage.ToString())}-{part.Key.Place}-{round.Key}"),
                    BracketRoundName.Of(part.Key.Stage, part.Key.Place, number, size, isLast, hasLosers), part.Key.Stage, part.Key.Place, number, size,
                    [.. round.OrderBy(node => node.Position).SelectMany(view)]));
                size *= BracketLayout.IsDoubled([.. round]) ? 2 : 1;
            }
        }

        return rounds;
    }

    private static Dictionary<MatchId, IReadOnlyList<int>> Byes(StoredSchedule schedule)
    {
        var nothing = new BracketResults(new Dictionary<MatchId, int>(), new Dictionary<string, IReadOnlyList<int?>>(), new HashSet<MatchId>());
        return BracketFilling.Fill([.. schedule.Matches.Values.Select(match => match.ToBracket())], nothing).Matches.Where(match => !match.IsPlayed)
            .ToDictionary(match => match.Id, match => (IReadOnlyList<int>)[.. match.Sides.Index().Where(side => side.Item.IsBye).Select(side => side.Index + 1)]);
    }
}
