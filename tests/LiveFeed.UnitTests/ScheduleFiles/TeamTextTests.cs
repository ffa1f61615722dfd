using LiveFeed.Infrastructure.ScheduleFiles;

namespace LiveFeed.UnitTests.ScheduleFiles;

public sealed class TeamTextTests
{
    [Theory]
    [InlineData("1A")]
    [InlineData("2B")]
    [InlineData("A1")]
    [InlineData("3A/B/C/D/F")]
    [InlineData("Best 3rd")]
    [InlineData("2nd best third")]
    [InlineData("Bester Gruppendritter")]
    [InlineData("Group A winner")]
    [InlineData("Runners-up Group B")]
    [InlineData("Winner R1M1")]
    [InlineData("Winner Semifinal 1")]
    [InlineData("Winner #12")]
    [InlineData("Winner of M12")]
    [InlineData("Loser of the semi-final 2")]
    [InlineData("Match 12 winner")]
    [InlineData("R1P3 2nd")]
    [InlineData("Pool A #1")]
    [InlineData("TBC")]
    [InlineData("?")]
    [InlineData("-")]
    [InlineData("N.N.")]
    [InlineData("Freilos")]
    [InlineData("bye 1")]
    [InlineData("Q1")]
    [InlineData("Qualifier 3")]
    [InlineData("Lucky loser")]
    [InlineData("Sieger Spiel 12")]
    [InlineData("Verlierer aus Halbfinale 1")]
    [InlineData("1. Gruppe A")]
    [InlineData("Zweiter der Gruppe B")]
    [InlineData("Vainqueur match 12")]
    [InlineData("1er groupe A")]
    [InlineData("Premier du groupe A")]
    [InlineData("Ganador partido 3")]
    [InlineData("1º Grupo A")]
    [InlineData("Vincente gara 4")]
    [InlineData("Prima del girone B")]
    [InlineData("À déterminer")]
    [InlineData("Por definir")]
    [InlineData("RU101")]
    [InlineData("Finalist 1")]
    public void A_placeholder_is_no_team(string text) => Assert.True(TeamText.IsPlaceholder(text));

    [Theory]
    [InlineData("Winners VBC 15")]
    [InlineData("3rd Coast 14")]
    [InlineData("Best Western Stars")]
    [InlineData("1. FC Köln")]
    [InlineData("1. VC Süd II")]
    [InlineData("Siegerland VC")]
    [InlineData("Offenbach")]
    [InlineData("Primavera 1")]
    [InlineData("Seedorf 12")]
    [InlineData("B12 Tigers")]
    [InlineData("Court Kings")]
    [InlineData("Final Four Heroes")]
    public void A_club_is_a_team(string text) => Assert.False(TeamText.IsPlaceholder(text));

    [Fact]
    public void No_text_takes_long()
    {
        // Repetitions within repetitions would take until the end of the world.
        foreach (var text in new[] { "winner " + new string('1', 190) + "_", string.Concat(Enumerable.Repeat("a1", 99)) + "!", "winner " + new string(' ', 180) + "x!", string.Concat(Enumerable.Repeat("play-off ", 22)), string.Concat(Enumerable.Repeat("of ", 60)) })
            Assert.False(TeamText.IsPlaceholder(text));
    }
}
