using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Members;
using LiveFeed.Domain.Permissions;

namespace LiveFeed.UnitTests.Permissions;

public sealed class EventPermissionsTests
{
    private static readonly ReaderIdentity Admin = new(UserId.From("ada"), true);
    private static readonly ReaderIdentity User = new(UserId.From("jo"), false);

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(EventRole.Spectator, false, false)]
    [InlineData(EventRole.Coach, false, true)]
    [InlineData(EventRole.Media, false, true)]
    [InlineData(EventRole.Organizer, true, true)]
    public void A_role_may_do_what_the_table_says(EventRole? role, bool mayManage, bool mayScore)
    {
        Assert.Equal(mayManage ? null : ErrorCode.RoleRequired, EventPermissions.CheckManage(User, role)?.Code);
        Assert.Equal(mayScore ? null : ErrorCode.RoleRequired, EventPermissions.CheckScore(User, role, helps: false)?.Code);
        Assert.Equal(role is null ? ErrorCode.NotAMember : null, EventPermissions.CheckRead(Visibility.Members, User, role, helps: false)?.Code);
        Assert.Null(EventPermissions.CheckRead(Visibility.Public, User, role, helps: false));
    }

    [Fact]
    public void An_administrator_may_do_everything_without_a_role()
    {
        Assert.Null(EventPermissions.CheckManage(Admin, null));
        Assert.Null(EventPermissions.CheckScore(Admin, null, helps: false));
        Assert.Null(EventPermissions.CheckRead(Visibility.Members, Admin, null, helps: false));
    }

    [Fact]
    public void An_anonymous_reader_may_read_what_is_public_and_is_asked_to_sign_in_for_the_rest()
    {
        Assert.Null(EventPermissions.CheckRead(Visibility.Public, ReaderIdentity.Anonymous, null, helps: false));
        Assert.Equal(ErrorCode.TokenRequired, EventPermissions.CheckRead(Visibility.Members, ReaderIdentity.Anonymous, null, helps: false)?.Code);
    }

    [Fact]
    public void A_helper_reads_the_event_and_keeps_score_and_manages_nothing()
    {
        Assert.Null(EventPermissions.CheckRead(Visibility.Members, User, null, helps: true));
        Assert.Null(EventPermissions.CheckScore(User, null, helps: true));
        Assert.Null(EventPermissions.CheckFullNames(User, null, helps: true));
        Assert.Equal(ErrorCode.RoleRequired, EventPermissions.CheckManage(User, null)?.Code);
    }

    [Fact]
    public void Nothing_is_written_to_an_archived_event()
    {
        Assert.Equal(ErrorCode.EventArchived, EventPermissions.CheckOpen(archived: true)?.Code);
        Assert.Null(EventPermissions.CheckOpen(archived: false));
    }
}
