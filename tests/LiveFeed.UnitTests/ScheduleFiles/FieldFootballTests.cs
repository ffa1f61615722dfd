namespace LiveFeed.UnitTests.ScheduleFiles;

/// <summary>Shapes of real files that were refused once, with the values that they must have.</summary>
public sealed class FieldFootballTests
{
    private const string ScoreEmpty = "field/01-openfootball-score-empty.json";
    private const string NoGoals = "field/02-openfootball-no-goals.json";
    private const string MinuteAsText = "field/03-openfootball-minute-as-text.json";
    private const string Minute121 = "field/04-openfootball-minute-121.json";
    private const string TwoLegs = "field/05-openfootball-two-legs-shoot-out.json";
    private const string Rounds = "field/06-openfootball-rounds.json";
    private const string Placeholders = "field/07-openfootball-placeholders.json";
    private const string Status = "field/08-openfootball-status.json";

    [DataFact(ScoreEmpty)]
    public async Task What_has_a_result_is_played_and_the_rest_stays_scheduled() =>
        Assert.Equal(["1 A - B: 0' 0-0, 5' 1-0, 110' 1-0 final", "2 B - A: scheduled"], await LinesAsync(ScoreEmpty));

    [DataFact(NoGoals)]
    public async Task A_result_without_scorers_is_kick_off_and_end() => Assert.Equal(
        ["1 Alpha - Beta: 0' 0-0, 110' 2-1 final", "2 Gamma - Delta: 0' 0-0, 110' 0-0 final"], await LinesAsync(NoGoals));

    [DataFact(MinuteAsText)]
    public async Task Minutes_as_text_are_67_and_90_plus_2() =>
        Assert.Equal(["1 Alpha - Beta: 0' 0-0, 82' 1-0, 107' 2-0, 110' 2-0 final"], await LinesAsync(MinuteAsText));

    [DataFact(Minute121)]
    public async Task Minute_121_is_120_plus_1() =>
        Assert.Equal(["1 Alpha - Beta: 0' 0-0, 122' 1-0, 155' 2-0, 156' 2-1, 160' 2-1 final"], await LinesAsync(Minute121));

    [DataFact(TwoLegs)]
    public async Task All_three_matches_of_a_tie_with_a_shoot_out_are_final() => Assert.Equal(
        [
            "1 Alpha - Beta: 0' 0-0, 10' 0-1, 86' 0-2, 105' 1-2, 110' 1-2 final", "2 Beta - Alpha: 0' 0-0, 19' 1-0, 62' 1-1, 90' 1-2, 175' 1-2 final",
            "3 Beta - Gamma: 0' 0-0, 43' 1-0, 110' 1-0 final",
        ],
        await LinesAsync(TwoLegs));

    [DataFact(Rounds)]
    public async Task Rounds_with_teams_as_objects_are_read() =>
        Assert.Equal(["1 Alpha - Beta: 0' 0-0, 10' 1-0, 110' 1-0 final"], await LinesAsync(Rounds));

    [DataFact(Placeholders)]
    public async Task Placeholders_are_labels_and_numbers_are_kept() => Assert.Equal(
        ["73 [2A] - [2B]: scheduled", "74 [1E] - [3A/B/C/D/F]: scheduled", "89 [W73] - [W74]: scheduled", "4 [L101] - [L102]: scheduled"],
        await LinesAsync(Placeholders));

    [DataFact(Status)]
    public async Task Awarded_cancelled_postponed_and_abandoned_are_told_apart()
    {
        var tournament = await RecordingText.ReadAsync(DataFactAttribute.PathOf(Status));

        Assert.Equal(
            ["1 Alpha - Beta: 110' 0-3 final awarded", "2 Gamma - Delta: 0' - cancelled", "3 Alpha - Gamma: 0' - postponed", "4 Beta - Delta: 0' - abandoned"],
            RecordingText.Describe(tournament));
        Assert.Empty(tournament.Notes);
    }

    private static async Task<IEnumerable<string>> LinesAsync(string file) => RecordingText.Describe(await RecordingText.ReadAsync(DataFactAttribute.PathOf(file)));
}
