using LiveFeed.Domain.Brackets;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Brackets;

public sealed class LabelReaderTests
{
    private static readonly LabelReader Reader = new(
        [
            .. new[] { 1, 3, 4, 12, 73, 101 }.Select(id => new NumberedMatch(new MatchId(id))),
            new(new MatchId(900), "R1M1"), new(new MatchId(901), "Semi-final 2"), new(new MatchId(902), "M45"),
        ],
        [new("a", "Pool A", 4), new("b", "Group B", 4), new("l", "L", 4), new("r1p3", "R1P3", 3), new("ä", "Gruppe Ä1", 4)]);

    [Theory]
    [InlineData("Winner of M12", 12)]
    [InlineData("Winner R1M1", 900)]
    [InlineData("winner of match r1 m1", 900)]
    [InlineData("W73", 73)]
    [InlineData("Winner #12", 12)]
    [InlineData("Winner Match No. 12", 12)]
    [InlineData("Winner 45", 902)]
    [InlineData("Winner Semifinal 2", 901)]
    [InlineData("Match 12 winner", 12)]
    [InlineData("Sieger Spiel 12", 12)]
    [InlineData("SIEGER AUS SPIEL 12", 12)]
    [InlineData("Vainqueur match 12", 12)]
    [InlineData("Vainqueur du match 12", 12)]
    [InlineData("Ganador partido 3", 3)]
    [InlineData("Ganador del partido 3", 3)]
    [InlineData("Vincente partita 4", 4)]
    [InlineData("Vincente gara 4", 4)]
    [InlineData("Vincente dell'incontro 4", 4)]
    public void Winner(string label, int match) => Assert.Equal(SideSource.FromWinner(new MatchId(match)), Reader.Read(label));

    [Theory]
    [InlineData("L101", 101)]
    [InlineData("RU101", 101)]
    [InlineData("Loser of the semi-final 2", 901)]
    [InlineData("Verlierer Spiel 3", 3)]
    [InlineData("Perdant match 12", 12)]
    [InlineData("Perdedor partido 3", 3)]
    [InlineData("Perdente gara 4", 4)]
    [InlineData("Game 12 loser", 12)]
    [InlineData("L1", 1)]
    public void Loser(string label, int match) => Assert.Equal(SideSource.FromLoser(new MatchId(match)), Reader.Read(label));

    [Theory]
    [InlineData("1A", "a", 1)]
    [InlineData("A1", "a", 1)]
    [InlineData("2B", "b", 2)]
    [InlineData("L2", "l", 2)]
    [InlineData("1st Pool A", "a", 1)]
    [InlineData("2nd in Pool A", "a", 2)]
    [InlineData("3rd place Group B", "b", 3)]
    [InlineData("Pool A #1", "a", 1)]
    [InlineData("Pool A 4th", "a", 4)]
    [InlineData("Pool B", null, 0)]
    [InlineData("R1P3 2nd", "r1p3", 2)]
    [InlineData("Group A winner", "a", 1)]
    [InlineData("Group A winners", "a", 1)]
    [InlineData("Winner Group A", "a", 1)]
    [InlineData("Winner of Pool A", "a", 1)]
    [InlineData("Runners-up Group B", "b", 2)]
    [InlineData("Group B runner-up", "b", 2)]
    [InlineData("1. Gruppe A", "a", 1)]
    [InlineData("1. Platz Gruppe A", "a", 1)]
    [InlineData("Zweiter der Gruppe B", "b", 2)]
    [InlineData("Gruppenerster A", "a", 1)]
    [InlineData("1er groupe A", "a", 1)]
    [InlineData("2ème groupe A", "a", 2)]
    [InlineData("Premier du groupe A", "a", 1)]
    [InlineData("1º Grupo A", "a", 1)]
    [InlineData("Segundo grupo B", "b", 2)]
    [InlineData("Prima del girone B", "b", 1)]
    [InlineData("3. GRUPPE Ä1", "ä", 3)]
    [InlineData("3. gruppe a1", "ä", 3)]
    public void Place(string label, string? pool, int place) =>
        Assert.Equal(pool is null ? null : SideSource.FromPlace(pool, place), Reader.Read(label));

    [Theory]
    [InlineData("Winner of M99")]
    [InlineData("W2")]
    [InlineData("1Z")]
    [InlineData("5A")]
    [InlineData("0A")]
    [InlineData("3A/B/C/D/F")]
    [InlineData("Best 3rd")]
    [InlineData("Loser Group A")]
    [InlineData("TBD")]
    [InlineData("Bye")]
    [InlineData("Winner")]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("Seed 3")]
    [InlineData("\ud800")]
    public void What_is_not_understood_stays_a_label(string label) => Assert.Null(Reader.Read(label));

    [Fact]
    public void A_number_that_each_division_has_is_the_match_of_the_own_division()
    {
        var reader = new LabelReader(
            [new(new MatchId(1), "M1", 10), new(new MatchId(2), "M1", 20)], [new("a10", "A", 4, 10), new("a20", "A", 4, 20)]);
        Assert.Equal(SideSource.FromWinner(new MatchId(2)), reader.Read("W1", 20));
        Assert.Equal(SideSource.FromPlace("a10", 2), reader.Read("2A", 10));
        Assert.Null(reader.Read("W1", 30));
        Assert.Null(reader.Read("W1"));
    }

    [Fact]
    public void No_text_takes_long()
    {
        // Repetitions within repetitions would take until the end of the world.
        foreach (var text in new[] { "winner " + new string('1', 190), string.Concat(Enumerable.Repeat("of ", 60)), string.Concat(Enumerable.Repeat("1st ", 45)), "1st " + string.Concat(Enumerable.Repeat("pool ", 38)), new string('9', 10_000) })
            Assert.Null(Reader.Read(text));
    }

    [Fact]
    public void All_labels_that_are_generated_are_understood()
    {
        var pools = PoolSeeding.Create(Enumerable.Range(1, 60).Select(id => new SeededTeam(id, id)), 2);
        var matches = PoolPlay.Create(pools, 1, 2, new(ThirdPlace: true)).Matches
            .Concat(DoubleElimination.Create(Entrant.FromTeams(Enumerable.Range(1, 13).Select(id => new SeededTeam(id))), new(ResetFinal: true, FirstNumber: 1_000))).ToList();
        var reader = new LabelReader(matches.Select(match => new NumberedMatch(match.Id, match.Number)), pools.Select(pool => new NamedPool(pool.Id, pool.Name, pool.Teams.Count)));
        var sides = matches.SelectMany(match => match.Sides).Where(side => side.From is not null).ToList();
        Assert.True(sides.Count > 80);
        Assert.All(sides, side => Assert.Equal(side.From, reader.Read(side.Label!)));
    }
}
