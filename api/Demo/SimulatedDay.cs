using LiveFeed.Domain.Brackets;

namespace LiveFeed.Api.Demo;

/// <summary>Plans the matches of one day of the simulated tournament: women on courts 1 and 3, men on courts 2 and 4, one round after the other.</summary>
/// <param name="edition">Which day it is.</param>
/// <param name="start">When the first round starts.</param>
internal sealed class SimulatedDay(int edition, DateTimeOffset start)
{
    private const int Women = 1;
    private const int Men = 2;
    private readonly List<ScheduledMatch> matches = [];

    public IReadOnlyList<ScheduledMatch> Matches => matches;

    /// <summary>Adds a pool of three teams, of which each two meet on one court in the rounds 0 to 2.</summary>
    public ScheduledPool AddPool(string id, string name, IReadOnlyList<int> teams, int court)
    {
        foreach (var (round, (team1, team2)) in new[] { (0, 1), (0, 2), (1, 2) }.Index())
            Add(round, court, Women, new BracketSide(teams[team1]), new BracketSide(teams[team2]), id);
        return new ScheduledPool(id, name, new EquatableList<int>(teams));
    }

    /// <summary>Adds semi-finals, the final and the match for third place of the two best of each pool.</summary>
    public void AddBracketOfPools(ScheduledPool pool1, ScheduledPool pool2)
    {
        var semiFinal1 = Add(3, 1, Women, Place(pool1, 1), Place(pool2, 2));
        var semiFinal2 = Add(3, 3, Women, Place(pool2, 1), Place(pool1, 2));
        AddFinals(4, 1, Women, semiFinal1, semiFinal2);
    }

    /// <summary>Adds a bracket of eight teams.</summary>
    public void AddBracket(IReadOnlyList<int> teams)
    {
        var quarterFinals = new[] { (0, 7), (3, 4), (1, 6), (2, 5) }
            .Select((pair, index) => Add(index / 2, index % 2 == 0 ? 2 : 4, Men, new BracketSide(teams[pair.Item1]), new BracketSide(teams[pair.Item2]))).ToList();
        var semiFinal1 = Add(2, 2, Men, Winner(quarterFinals[0]), Winner(quarterFinals[1]));
        var semiFinal2 = Add(2, 4, Men, Winner(quarterFinals[2]), Winner(quarterFinals[3]));
        AddFinals(3, 2, Men, semiFinal1, semiFinal2);
    }

    /// <summary>
    /// Adds a match without court and time, which the simulation doesn't play: the README's example keeps its score, and all others may soon be in play, or wait
    /// for their teams.
    /// </summary>
    public void AddFriendly(int team1, int team2) => matches.Add(new ScheduledMatch(new MatchId((edition * 100) + matches.Count + 1), Team1Id: team1, Team2Id: team2));

    private void AddFinals(int round, int court, int division, MatchId semiFinal1, MatchId semiFinal2)
    {
        Add(round, court + 2, division, new BracketSide(From: SideSource.FromLoser(semiFinal1)), new BracketSide(From: SideSource.FromLoser(semiFinal2)));
        Add(round, court, division, Winner(semiFinal1), Winner(semiFinal2));
    }

    private MatchId Add(int round, int court, int division, BracketSide side1, BracketSide side2, string? pool = null)
    {
        var number = matches.Count + 1;
        var id = new MatchId((edition * 100) + number);
        var startsAt = start + (SimulatedCup.Slot * round);
        matches.Add(new ScheduledMatch(
            id, division, court, side1.TeamId, side2.TeamId, null, null, startsAt, startsAt + SimulatedCup.Slot, FormattableString.Invariant($"M{number}"),
            Team1From: side1.From, Team2From: side2.From, Pool: pool));
        return id;
    }

    private static BracketSide Winner(MatchId match) => new(From: SideSource.FromWinner(match));

    private static BracketSide Place(ScheduledPool pool, int place) => new(From: SideSource.FromPlace(pool.Id, place));
}
