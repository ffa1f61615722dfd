using LiveFeed.Domain;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Schedules;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly ScheduledMatch Final = new(new(-50497), 1, 1, 10, 11, null, null, Noon, Noon.AddHours(1));
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
    public void A_hopeless_schedule_does_not_return_thousands_of_errors()
    {
        var hopeless = Whole with { Matches = [.. Enumerable.Range(1, 5_000).Select(id => new ScheduledMatch(new(id)))] };
        Assert.InRange(hopeless.Validate()!.Fields!.Count, 1, 50);
    }
}
