using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Members;
using LiveFeed.Domain.Permissions;
using LiveFeed.Domain.Teams;

namespace LiveFeed.UnitTests.Permissions;

/// <summary>The hierarchy: administrator and organizer, coach, player and family, everybody else.</summary>
public sealed class TeamPermissionsTests
{
    [Theory]
    [InlineData("anonymous", "", "")]
    [InlineData("user", "", "")]
    [InlineData("spectator", "", "")]
    [InlineData("media", "", "")]
    [InlineData("coach of another team", "", "")]
    [InlineData("family", "read", "")]
    [InlineData("player", "read", "")]
    [InlineData("coach", "read manage", "player family")]
    [InlineData("organizer", "read manage", "player family coach")]
    [InlineData("admin", "read manage", "player family coach")]
    public void Each_may_do_what_is_theirs_and_all_that_is_below(string who, string may, string gives)
    {
        var reader = who == "anonymous" ? ReaderIdentity.Anonymous : new ReaderIdentity(UserId.From("u"), who == "admin");
        EventRole? role = who switch
        {
            "spectator" or "family" or "player" => EventRole.Spectator,
            "media" => EventRole.Media,
            "coach" or "coach of another team" => EventRole.Coach,
            "organizer" => EventRole.Organizer,
            _ => null,
        };
        TeamRole? inTeam = who switch { "family" => TeamRole.Family, "player" => TeamRole.Player, "coach" => TeamRole.Coach, _ => null };

        Assert.Equal(may.Contains("read"), TeamPermissions.CheckRead(reader, role, inTeam) is null);
        Assert.Equal(may.Contains("manage"), TeamPermissions.CheckManage(reader, role, inTeam) is null);
        foreach (var given in Enum.GetValues<TeamRole>())
        {
            Assert.Equal(gives.Contains(given.ToString().ToLowerInvariant()), TeamPermissions.CheckGive(reader, role, inTeam, given) is null);
            Assert.Equal(gives.Contains("coach"), TeamPermissions.CheckGive(reader, role, inTeam, given, TeamRole.Coach) is null);
        }
    }
}
