using LiveFeed.Domain.Schedules;

namespace LiveFeed.UnitTests.Schedules;

public sealed class AffectedMatchTests
{
    /// <summary>Sides are teams if they are numbers, and labels otherwise.</summary>
    [Theory]
    [InlineData("1 2", "1 2", null)]
    [InlineData("1 2", "2 1", AffectedChange.Swapped)]
    [InlineData("1 2", "1 3", AffectedChange.Team)]
    [InlineData("1 2", "3 1", AffectedChange.Team)]
    [InlineData("1 2", "1 W9", AffectedChange.Team)]
    [InlineData("1 2", null, AffectedChange.Removed)]
    [InlineData("W8 W9", "W9 W8", AffectedChange.Swapped)]
    // A label that becomes a team, or another label, is no change.
    [InlineData("1 W9", "1 3", null)]
    [InlineData("W8 W9", "1 2", null)]
    [InlineData("W8 W9", "W8 2", null)]
    [InlineData("1 W9", "1 W7", null)]
    // Nor if the sides are exchanged at the same time.
    [InlineData("1 W9", "3 1", AffectedChange.Swapped)]
    [InlineData("W9 1", "1 3", AffectedChange.Swapped)]
    [InlineData("1 W9", "W9 1", AffectedChange.Swapped)]
    [InlineData("1 W9", "2 3", AffectedChange.Team)]
    public void A_score_is_affected_only_if_it_would_be_another_team_s(string before, string? after, AffectedChange? expected)
    {
        var affected = AffectedMatch.Between(Of(before), after is null ? Of() : Of(after));

        Assert.Equal(expected, affected.SingleOrDefault()?.Change);
    }

    private static Schedule Of(params string[] matches) => new([], [], [], [.. matches.Select(sides => Match(sides.Split(' ')))]);

    private static ScheduledMatch Match(string[] sides) => new(new(7), Team1Id: Team(sides[0]), Team2Id: Team(sides[1]), Team1Label: sides[0], Team2Label: sides[1]);

    private static int? Team(string side) => int.TryParse(side, out var id) ? id : null;
}
