using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Schedules;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly ScheduledMatch Final = new(new(-50497), 1, 1, 10, 11, null, null, Noon, Noon.AddHours(1));
    private static readonly Official Referee = new(OfficialDuty.Referee, Name: "Sam");
    private static readonly Schedule Whole = new([new(1, "Women")], [new(1, "Court 1")], [new(10, "Blue", 1), new(11, "Red")], [Final]);

    [Fact]
    public void A_schedule_whose_parts_know_each_other_is_taken() => Assert.Null(Whole.Validate());

    [Fact]
    public void A_label_stands_for_a_team_that_is_not_known_yet() =>
        Assert.Null((Whole with { Matches = [new(new(1), Team1Label: "Winner of match 2", Team2Id: 10)] }).Validate());

    public static TheoryData<string, Schedule> Wrong => new()
    {
        { "matches[1].id", Whole with { Matches = [Final, Final] } },
        { "matches[0].divisionId", Whole with { Matches = [Final with { DivisionId = 9 }] } },
        { "matches[0].courtId", Whole with { Matches = [Final with { CourtId = 9 }] } },
        { "matches[0].team1Id", Whole with { Matches = [Final with { Team1Id = 9 }] } },
        { "matches[0].team2Label", Whole with { Matches = [Final with { Team2Id = null }] } },
        { "matches[0].team2Label", Whole with { Matches = [Final with { Team2Label = "Winner\nof 2" }] } },
        { "matches[0].team2Id", Whole with { Matches = [Final with { Team2Id = 10 }] } },
        { "matches[0].officials", Whole with { Matches = [Final with { Officials = new EquatableList<Official>([.. Enumerable.Repeat(Referee, 21)]) }] } },
        { "matches[0].officials[1].name", Whole with { Matches = [Final with { Officials = (EquatableList<Official>)[Referee, new(OfficialDuty.LineJudge)] }] } },
        { "matches[0].officials[0].name", Whole with { Matches = [Final with { Officials = (EquatableList<Official>)[new(OfficialDuty.LineJudge, Name: "\u200B")] }] } },
        { "matches[0].workTeamId", Whole with { Matches = [Final with { WorkTeamId = 9 }] } },
        { "matches[0].followedBy", Whole with { Matches = [Final with { FollowedBy = Final.Id }] } },
        { "matches[0].followedBy", Whole with { Matches = [Final with { FollowedBy = new MatchId(9) }] } },
        { "matches[2].followedBy", Whole with { Matches = [Final, Later(1, Final.Id), Later(2, Final.Id)] } },
        { "matches[0].tieId", Whole with { Matches = [Final with { TieId = new string('x', 21) }] } },
        { "matches[0].leg", Whole with { Matches = [Final with { Leg = 1 }] } },
        { "matches[0].leg", Whole with { Matches = [Final with { TieId = "SF", Leg = 3 }] } },
        { "matches[1].leg", Whole with { Matches = [Final with { TieId = "SF", Leg = 2 }, Final with { Id = new(1), TieId = "SF", Leg = 2 }] } },
        { "matches[0].endsAt", Whole with { Matches = [Final with { EndsAt = Noon.AddMinutes(-1) }] } },
        { "teams[2].id", Whole with { Teams = [.. Whole.Teams, new(10, "Green")] } },
        { "teams[2].divisionId", Whole with { Teams = [.. Whole.Teams, new(12, "Green", 9)] } },
        { "divisions[0].name", Whole with { Divisions = [new(1, " ")] } },
        { "courts[0].name", Whole with { Courts = [new(1, new string('x', Schedule.MaxText + 1))] } },
        { "matches", Whole with { Matches = [.. Enumerable.Range(1, Schedule.MaxMatches + 1).Select(id => Final with { Id = new(id) })] } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void An_error_is_reported_by_its_position(string position, Schedule schedule)
    {
        var error = schedule.Validate();
        Assert.Equal(ErrorCode.InvalidSchedule, error?.Code);
        Assert.Equal([position], error!.Fields!.Keys);
    }

    [Fact]
    public void Matches_that_follow_each_other_begin_with_one()
    {
        var loop = Whole with { Matches = [Later(1, new(2)), Later(2, new(3)), Later(3, new(1)), Later(4, new(5)), Later(5, Final.Id), Final] };
        Assert.Equal(["matches[0].followedBy", "matches[1].followedBy", "matches[2].followedBy"], loop.Validate()!.Fields!.Keys);

        var longest = Whole with { Matches = [Final, .. Enumerable.Range(1, Schedule.MaxMatches - 1).Select(id => Later(id, id == 1 ? Final.Id : new(id - 1)))] };
        Assert.Null(longest.Validate());
    }

    [Fact]
    public void A_match_has_officials_a_work_team_an_order_of_play_and_a_tie() => Assert.Null((Whole with
    {
        Matches =
        [
            Final with { Officials = (EquatableList<Official>)[Referee, new(OfficialDuty.Scorekeeper, UserId.From("jo"))], WorkTeamId = 10, TieId = "SF", Leg = 2 },
            Later(1, Final.Id) with { NotBefore = Noon, TieId = "SF", Leg = 1 },
            Later(2, new(1)) with { TieId = "SF" },
        ],
    }).Validate());

    [Fact]
    public void A_hopeless_schedule_does_not_return_thousands_of_errors()
    {
        var hopeless = Whole with { Matches = [.. Enumerable.Range(1, 5_000).Select(id => new ScheduledMatch(new(id)))] };
        Assert.InRange(hopeless.Validate()!.Fields!.Count, 1, 50);
    }

    private static ScheduledMatch Later(int id, MatchId next) => new(new(id), Team1Label: "A", Team2Label: "B", FollowedBy: next);
}
