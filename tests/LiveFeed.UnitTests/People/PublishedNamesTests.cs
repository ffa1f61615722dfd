using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.People;
using LiveFeed.Domain.Players;
using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.People;

public sealed class PublishedNamesTests
{
    [Theory]
    [InlineData("Ada Striker", "A. S.")]
    [InlineData("ada  van der Striker", "A. V. D. S.")]
    [InlineData("Jean-Luc Picard", "J. P.")]
    [InlineData("7 Ada Striker", "7 A. S.")]
    [InlineData("#12 (Striker)", "#12 S.")]
    // A letter and the mark on it are one.
    [InlineData("É\u0301va", "É\u0301.")]
    [InlineData("王小明", "王.")]
    [InlineData("Ada 2009", "A.")]
    [InlineData("2009-05-03", null)]
    [InlineData("…", null)]
    public void Initials_are_the_first_letters_and_numbers_of_shirts_stay(string name, string? published) =>
        Assert.Equal(published, PublishedNames.Of(PublicNames.Initials, name));

    [Theory]
    [InlineData("Ada Striker", null)]
    [InlineData("7 Ada Striker", "7")]
    [InlineData("7", "7")]
    [InlineData("20090503", null)]
    public void Without_names_only_numbers_of_shirts_stay(string name, string? published) => Assert.Equal(published, PublishedNames.Of(PublicNames.None, name));

    [Fact]
    public void In_full_names_stay_as_they_are() => Assert.Equal("Ada  Striker", PublishedNames.Of(PublicNames.Full, "Ada  Striker"));

    [Theory]
    [InlineData(PublicNames.Initials)]
    [InlineData(PublicNames.None)]
    public void The_account_behind_a_name_is_hidden_with_it(PublicNames setting)
    {
        var user = UserId.From("u1");

        Assert.Null(PublishedNames.Of(setting, new PlayerView(1, "Ada Striker", "7", user)).UserId);
        Assert.Null(PublishedNames.Of(setting, Match(new Official(OfficialDuty.Referee, user))).Officials);
    }

    [Fact]
    public void Officials_without_a_name_to_publish_are_left_out()
    {
        var match = Match(new Official(OfficialDuty.Referee, null, "Ada Striker"), new Official(OfficialDuty.Scorekeeper, UserId.From("u1")));

        Assert.Equal([new Official(OfficialDuty.Referee, null, "A. S.")], PublishedNames.Of(PublicNames.Initials, match).Officials!);
        Assert.Null(PublishedNames.Of(PublicNames.None, match).Officials);
        Assert.Same(match, PublishedNames.Of(PublicNames.Full, match));
    }

    [Theory]
    [InlineData(PublicNames.Initials, 2)]
    [InlineData(PublicNames.None, 0)]
    public void A_published_schedule_can_be_uploaded(PublicNames setting, int players)
    {
        var schedule = new Schedule(
            [], [], [new ScheduledTeam(1, "Blue", null, new EquatableList<ScheduledPlayer>([new(1, "Ada Striker", "7"), new(2, "Bea Passer")])), new ScheduledTeam(2, "Red")],
            [new ScheduledMatch(new MatchId(1), null, null, 1, 2, Officials: new EquatableList<Official>([new(OfficialDuty.Referee, UserId.From("u1"))]))]);

        var published = PublishedNames.Of(setting, schedule);

        Assert.Null(published.Validate());
        Assert.Equal(players, published.Teams[0].Players.Value?.Count ?? 0);
        Assert.Equal(published, published.AppliedTo(published, ScheduleMode.Replace), ScheduleEquality);
    }

    private static bool ScheduleEquality(Schedule one, Schedule other) => ScheduleVersion.Of(one) == ScheduleVersion.Of(other);

    private static MatchView Match(params Official[] officials) =>
        new(new MatchId(1), null, null, null, null, "A", "B", null, null, Officials: new EquatableList<Official>(officials));
}
