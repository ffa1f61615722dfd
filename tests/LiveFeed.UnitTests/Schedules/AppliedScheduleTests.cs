using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Schedules;

/// <summary>What an upload leaves out, and what it would have been before uploads could leave anything out.</summary>
public sealed class AppliedScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly Official Referee = new(OfficialDuty.Referee, Name: "Sam");

    private static readonly ScheduledMatch Full = new(
        new(1), Team1Id: 10, Team2Id: 11, StartsAt: Noon, Number: "M1", Officials: (EquatableList<Official>)[Referee], WorkTeamId: 12, NotBefore: Noon, FollowedBy: new MatchId(2),
        TieId: "SF1", Leg: 1);

    private static readonly Schedule Stored = new(
        [new(1, "Women")], [new(1, "Court 1")], [new(10, "Blue"), new(11, "Red"), new(12, "Green")], [Full, new(new(2), Team1Id: 11, Team2Id: 10)]);

    [Fact]
    public void What_a_match_leaves_out_stays()
    {
        var plan = Stored with { Matches = [new(new(1), Team1Id: 10, Team2Id: 11, StartsAt: Noon), Stored.Matches[1]] };

        Assert.Equal(Full, plan.AppliedTo(Stored, ScheduleMode.Replace).Matches[0]);
    }

    [Fact]
    public void Null_clears_and_what_never_was_leaves_nothing()
    {
        var cleared = JsonSerializer.Deserialize<ScheduledMatch>(
            """{"id":1,"team1Id":10,"team2Id":11,"number":null,"officials":null,"workTeamId":null,"notBefore":null,"followedBy":null,"tieId":null,"leg":null}""", ApiJson.Options)!;
        var bare = new ScheduledMatch(new(1), Team1Id: 10, Team2Id: 11);

        Assert.Equal(bare, cleared.AppliedTo(Full));
        Assert.Equal(bare, cleared.AppliedTo(null));
        Assert.Equal(bare, bare.AppliedTo(null));
        // An empty list says nothing either.
        Assert.Equal(bare, (bare with { Officials = (EquatableList<Official>)[] }).AppliedTo(Full with { Number = default, WorkTeamId = default, NotBefore = default, FollowedBy = default, TieId = default, Leg = default }));
    }

    [Fact]
    public void What_stays_does_not_refer_to_what_is_removed()
    {
        var plan = Stored with { Teams = [Stored.Teams[0], Stored.Teams[1]], Matches = [new(new(1), Team1Id: 10, Team2Id: 11)] };

        var applied = plan.AppliedTo(Stored, ScheduleMode.Replace);

        Assert.Null(applied.Validate());
        Assert.Equal((null, null, "SF1"), (applied.Matches[0].WorkTeamId.Value, applied.Matches[0].FollowedBy.Value, applied.Matches[0].TieId.Value));
        // What the upload says itself is an error.
        var wrong = plan with { Matches = [plan.Matches[0] with { WorkTeamId = 12, FollowedBy = new MatchId(2) }] };
        Assert.Equal(["matches[0].workTeamId", "matches[0].followedBy"], wrong.AppliedTo(Stored, ScheduleMode.Replace).Validate()!.Fields!.Keys);
    }

    [Fact]
    public void Merging_adds_and_changes_and_removes_nothing()
    {
        var part = new Schedule([], [], [new(11, "Reds"), new(13, "Gold")], [new(new(3), Team1Id: 13, Team2Id: 11), new(new(1), Team1Id: 10, Team2Id: 13)]);

        var merged = part.AppliedTo(Stored, ScheduleMode.Merge);

        Assert.Null(merged.Validate());
        Assert.Equal(Stored.Divisions, merged.Divisions);
        Assert.Equal(["Reds", "Gold", "Blue", "Green"], merged.Teams.Select(team => team.Name));
        // Its own come first, so that errors have the positions of the upload.
        Assert.Equal([3, 1, 2], merged.Matches.Select(match => match.Id.Value));
        Assert.Equal(Full with { Team2Id = 13, StartsAt = null }, merged.Matches[1]);
    }

    /// <summary>So that uploads of before are recognized when they are repeated, and versions of before still match.</summary>
    [Fact]
    public void Hashes_and_versions_of_before_stay_the_same()
    {
        var schedule = new Schedule([new(1, "Women")], [], [new(10, "Blue", 1)], [new(new(-5), 1, null, 10, null, null, "Winner", Noon, null, "M1"), new(new(2))]);
        var command = new PutSchedule(new Actor(UserId.From("jo"), "Jo", false), EventId.From("cup"), schedule, "key");

        const string Hashed =
            """{"Divisions":[{"Id":1,"Name":"Women"}],"Courts":[],"Teams":[{"Id":10,"Name":"Blue","DivisionId":1}],"Matches":[{"Id":-5,"DivisionId":1,"CourtId":null,"Team1Id":10,"Team2Id":null,"Team1Label":null,"Team2Label":"Winner","StartsAt":"2026-07-04T12:00:00+00:00","EndsAt":null,"Number":"M1"},{"Id":2,"DivisionId":null,"CourtId":null,"Team1Id":null,"Team2Id":null,"Team1Label":null,"Team2Label":null,"StartsAt":null,"EndsAt":null}]},"IdempotencyKey":"key","ExpectedVersion":null}""";
        const string Versioned =
            """{"divisions":[{"id":1,"name":"Women"}],"courts":[],"teams":[{"id":10,"name":"Blue","divisionId":1}],"matches":[{"id":-5,"divisionId":1,"courtId":null,"team1Id":10,"team2Id":null,"team1Label":null,"team2Label":"Winner","startsAt":"2026-07-04T12:00:00.000Z","endsAt":null,"number":"M1"},{"id":2,"divisionId":null,"courtId":null,"team1Id":null,"team2Id":null,"team1Label":null,"team2Label":null,"startsAt":null,"endsAt":null}]}""";

        Assert.EndsWith("\"Schedule\":" + Hashed, JsonSerializer.Serialize(command), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Versioned)).AsSpan(0, 12)), ScheduleVersion.Of(schedule));
        // What is left out and what is cleared are two uploads.
        Assert.NotEqual(JsonSerializer.Serialize(command), JsonSerializer.Serialize(command with { Schedule = schedule with { Matches = [schedule.Matches[0], new(new(2), TieId: Optional<string>.Null)] } }));
        Assert.NotEqual(JsonSerializer.Serialize(command), JsonSerializer.Serialize(command with { Mode = ScheduleMode.Merge }));
    }
}
