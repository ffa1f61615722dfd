using LiveFeed.Domain.Scores;
using static LiveFeed.Domain.Scores.MatchStatus;

namespace LiveFeed.UnitTests.Scores.Rules;

/// <summary>What rule books and organizers allow, and what fixed formats got wrong.</summary>
public sealed class FormatCasesTests
{
    [Theory]
    [InlineData("tennis", "6-4 4-6 7-3", "2-1 winner 1 set_past_its_end")]
    [InlineData("tennis-match-tie-break-7", "6-4 4-6 7-3", "2-1 winner 1")]
    [InlineData("tennis-match-tie-break", "6-4 4-6 10-8", "2-1 winner 1")]
    [InlineData("tennis-match-tie-break", "6-4 4-6 1-0", "2-1 winner 1")]
    [InlineData("tennis-match-tie-break", "6-4 4-6 6-3", "2-1 winner 1 set_unfinished")]
    [InlineData("tennis-pro-set-8", "8-5", "1-0 winner 1")]
    [InlineData("tennis-pro-set-8", "9-8", "1-0 winner 1")]
    [InlineData("tennis-pro-set-8", "9-6", "1-0 winner 1 set_past_its_end")]
    [InlineData("tennis-tie-break-at-12", "7-6 1-6 7-6 4-6 13-12", "3-2 winner 1")]
    [InlineData("tennis-tie-break-at-12", "7-6 1-6 7-6 4-6 14-12", "3-2 winner 1 set_past_its_end")]
    [InlineData("tennis-advantage-sets", "22-24 1-6 16-14 6-3 11-9", "3-2 winner 1")]
    [InlineData("tennis-short-sets", "5-4 4-2", "2-0 winner 1")]
    [InlineData("tennis-fast4", "4-3 4-2", "2-0 winner 1")]
    [InlineData("tennis-fast4", "5-3 4-2", "2-0 winner 1 set_past_its_end")]
    [InlineData("tennis-next-gen", "4-2 3-4 4-1 4-3", "3-1 winner 1")]
    [InlineData("volleyball-three-sets-to-25", "25-20 25-18 9-15", "2-1 winner 1 set_unfinished")]
    [InlineData("volleyball-three-sets-to-25", "25-20 25-18 20-25", "2-1 winner 1")]
    [InlineData("volleyball-two-sets", "25-20 20-25", "1-1 winner none")]
    [InlineData("volleyball-two-sets", "25-20 25-20", "2-0 winner 1")]
    [InlineData("volleyball-timed", "14-14", "0-0 winner none")]
    [InlineData("volleyball-timed", "14-11", "1-0 winner 1")]
    [InlineData("volleyball-one-set", "25-23", "1-0 winner 1")]
    [InlineData("beach-volleyball-one-set-to-28", "28-23", "1-0 winner 1")]
    [InlineData("badminton", "30-29 21-19", "2-0 winner 1")]
    [InlineData("badminton", "31-29 21-19", "2-0 winner 1 set_past_its_end")]
    [InlineData("badminton", "25-10 21-19", "2-0 winner 1 set_past_its_end")]
    [InlineData("table-tennis", "11-10 11-5 11-5", "3-0 winner 1 set_unfinished")]
    [InlineData("table-tennis-best-of-7", "11-9 11-5 11-5 14-12", "4-0 winner 1")]
    [InlineData("basketball", "28-31 21-23 32-20 19-20", "1-3 winner 1")]
    [InlineData("basketball", "20-20 20-20 20-20 20-20", "0-0 winner none final_without_winner")]
    [InlineData("basketball", "20-20 20-20 20-20 20-20 9-5", "1-0 winner 1")]
    [InlineData("basketball", "20-20 20-20 20-20 20-21 9-5", "1-1 winner 1 overtime_after_decision")]
    [InlineData("football-halves", "1-0 1-1", "1-0 winner 1")]
    [InlineData("football-knockout", "1-1 0-0 1-0 0-0", "1-0 winner 1")]
    [InlineData("darts", "6-4", "1-0 winner 1")]
    [InlineData("cricket", "1001-501", "1-0 winner 1")]
    public void A_final_score_is_judged_by_its_format(string preset, string sets, string expected) =>
        Assert.Equal(expected, ScoreText.Preset(preset).Assess(sets, Final).Describe());

    [Theory]
    [InlineData("volleyball-three-sets-to-25", "25-20 20-25 15-13", "1-1 winner none")]
    [InlineData("volleyball-three-sets-to-25", "25-20 25-18", "2-0 winner none")]
    [InlineData("volleyball-youth-21", "21-18 0-0", "1-0 winner none")]
    [InlineData("volleyball-timed", "14-11", "0-0 winner none")]
    [InlineData("tennis-next-gen", "4-2 0-0", "1-0 winner none")]
    [InlineData("tennis-match-tie-break", "6-4 4-6 6-3", "1-1 winner none")]
    [InlineData("tennis-tie-break-sets", "6-4 4-6 6-3", "2-1 winner 1 match_already_won")]
    [InlineData("badminton", "21-19 3-2", "1-0 winner none")]
    public void And_so_is_a_running_one(string preset, string sets, string expected) =>
        Assert.Equal(expected, ScoreText.Preset(preset).Assess(sets, InProgress).Describe());

    [Theory]
    [InlineData("tennis", "6-3 2-0", OutcomeKind.Retired, 2, "1-0 winner 2")]
    [InlineData("tennis", "", OutcomeKind.Walkover, 1, "0-0 winner 1")]
    [InlineData("tennis", "", OutcomeKind.Walkover, null, "0-0 winner none outcome_without_winner")]
    [InlineData("tennis", "6-3 2-0", OutcomeKind.Defaulted, 2, "1-0 winner 2")]
    [InlineData("beach-volleyball", "21-0 21-0", OutcomeKind.Forfeit, 1, "2-0 winner 1")]
    [InlineData("beach-volleyball", "", OutcomeKind.Forfeit, 1, "0-0 winner 1")]
    [InlineData("volleyball", "25-20 20-25", OutcomeKind.Drawn, null, "1-1 winner none")]
    [InlineData("football", "0-3", OutcomeKind.Awarded, 2, "0-1 winner 2")]
    [InlineData("basketball", "20-10", OutcomeKind.Forfeit, 2, "1-0 winner 2")]
    public void An_outcome_says_who_won_whatever_the_points_say_and_what_it_cut_off_counts_for_nobody(
        string preset, string sets, OutcomeKind kind, int? winner, string expected) =>
        Assert.Equal(expected, ScoreText.Preset(preset).Assess(new ScoreState(ScoreText.Parse(sets), Final, new ScoreDetails(new Outcome(kind, winner)))).Describe());

    [Theory]
    [InlineData("football", "1-1", DeciderKind.ShootOut, 4, 3, false, "0-0 winner 1")]
    [InlineData("football", "1-1", DeciderKind.ShootOut, 5, 2, false, "0-0 winner 1 shoot_out_past_its_end")]
    [InlineData("football", "1-1", DeciderKind.ShootOut, 3, 3, false, "0-0 winner none shoot_out_undecided")]
    [InlineData("football", "1-2", DeciderKind.ShootOut, 3, 2, true, "0-1 winner 2")]
    [InlineData("football", "1-2", DeciderKind.ShootOut, 3, 2, false, "0-1 winner 1 decider_after_decision")]
    [InlineData("volleyball", "25-20 25-20 25-20", DeciderKind.GoldenSet, 12, 15, true, "3-0 winner 1")]
    [InlineData("volleyball", "25-20 25-20 25-20", DeciderKind.GoldenSet, 16, 15, true, "3-0 winner 1 decider_unfinished")]
    [InlineData("tennis", "6-4 4-6", DeciderKind.MatchTieBreak, 10, 7, false, "1-1 winner 1")]
    [InlineData("tennis", "6-4 4-6", DeciderKind.MatchTieBreak, 15, 7, false, "1-1 winner 1 decider_past_its_end")]
    public void A_decider_decides_the_match_or_the_tie_of_two_legs(
        string preset, string sets, DeciderKind kind, int team1, int team2, bool isLeg, string expected) =>
        Assert.Equal(expected, ScoreText.Preset(preset).Assess(
            new ScoreState(ScoreText.Parse(sets), Final, new ScoreDetails(Decider: new Decider(kind, team1, team2))) { IsLeg = isLeg }).Describe());

    [Theory]
    [InlineData(Postponed)]
    [InlineData(Suspended)]
    [InlineData(Abandoned)]
    [InlineData(Cancelled)]
    public void A_match_that_did_not_end_has_no_winner(MatchStatus status) =>
        Assert.Null(ScoreText.Preset("volleyball").Assess("25-20 25-20 25-20", status).Winner);

    [Fact]
    public void What_the_details_can_not_be_is_said_with_its_place()
    {
        var tennis = ScoreText.Preset("tennis");
        var volleyball = ScoreText.Preset("volleyball");

        Assert.Equal(["status"], Fields(tennis, InProgress, new(new Outcome(OutcomeKind.Retired, 1))));
        Assert.Equal(["outcome.winner"], Fields(tennis, Final, new(new Outcome(OutcomeKind.Retired))));
        Assert.Equal(["outcome.winner"], Fields(tennis, Final, new(new Outcome(OutcomeKind.Walkover, 3))));
        Assert.Equal(["outcome.winner"], Fields(tennis, Final, new(new Outcome(OutcomeKind.Drawn, 1))));
        Assert.Equal(["outcome.note"], Fields(tennis, Final, new(new Outcome(OutcomeKind.Retired, 1, "a\nb"))));
        Assert.Equal(["decider.kind"], Fields(tennis, Final, new(Decider: new Decider(DeciderKind.ShootOut, 1, 0))));
        Assert.Equal(["decider.team1"], Fields(tennis, Final, new(Decider: new Decider(DeciderKind.MatchTieBreak, -1, 0))));
        Assert.Equal(["decider"], Fields(tennis, Scheduled, new(Decider: new Decider(DeciderKind.MatchTieBreak, 1, 0))));
        Assert.Equal(["points"], Fields(tennis, InProgress, new(Points: new RunningPoints("50 ", "0"))));
        Assert.Equal(["points"], Fields(volleyball, InProgress, new(Points: new RunningPoints("15", "0"))));
        Assert.Equal(["server"], Fields(tennis, InProgress, new(Server: 3)));
        Assert.Empty(Fields(tennis, InProgress, new(Points: new RunningPoints("AD", "40"), Server: 2)));
        Assert.Equal("sets[0].tieBreak", Assert.Single(volleyball.Assess([new(25, 20, new PointPair(7, 3))], InProgress).Violations).Field);
    }

    [Theory]
    [InlineData(7, 6, 7, 4, "")]
    [InlineData(7, 6, 4, 7, "tie_break_unusual")]
    [InlineData(6, 3, 7, 4, "tie_break_unusual")]
    [InlineData(6, 6, 3, 2, "")]
    public void A_tie_break_fits_its_set(int team1, int team2, int points1, int points2, string expected) =>
        Assert.Equal(expected, string.Join(' ', ScoreText.Preset("tennis").Assess([new(team1, team2, new PointPair(points1, points2))], InProgress).Warnings.Select(one => one.Code)));

    [Fact]
    public void The_details_follow_their_sides()
    {
        var details = new ScoreDetails(new Outcome(OutcomeKind.Retired, 1, "knee"), new Decider(DeciderKind.MatchTieBreak, 10, 7), new RunningPoints("40", "AD"), 2);

        Assert.Equal(
            new ScoreDetails(new Outcome(OutcomeKind.Retired, 2, "knee"), new Decider(DeciderKind.MatchTieBreak, 7, 10), new RunningPoints("AD", "40"), 1),
            details.Swapped());
        Assert.Equal(new SetScore(6, 7, new PointPair(4, 7)), new SetScore(7, 6, new PointPair(7, 4)).Swapped());
    }

    private static IEnumerable<string> Fields(FormatRules rules, MatchStatus status, ScoreDetails details) =>
        rules.Assess(new ScoreState([], status, details)).Violations.Select(violation => violation.Field);
}
