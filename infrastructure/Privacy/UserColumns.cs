using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Lineups;
using LiveFeed.Domain.Notifications;
using LiveFeed.Domain.Privacy;

namespace LiveFeed.Infrastructure.Privacy;

/// <summary>
/// Every column with the id of a user: what becomes of it when the account is erased, and which list of an export has it. A new table with such a column needs a line here
/// and in docs/privacy.md: tests compare this list with the model and with that page.
/// </summary>
internal static class UserColumns
{
    public static IReadOnlyList<UserColumn> All { get; } =
    [
        UserColumn.Ended<User>(nameof(User.Id), nameof(OwnDataView.Account)),
        UserColumn.Ended<RefreshToken>(nameof(RefreshToken.UserId), nameof(OwnDataView.Sessions)),
        UserColumn.Removed<StreamTicket>(nameof(StreamTicket.UserId), null),
        UserColumn.Removed<IdempotencyRecord>(nameof(IdempotencyRecord.UserId), null),
        UserColumn.Removed<Invitation>(nameof(Invitation.CreatorId), nameof(OwnDataView.Invitations)),
        UserColumn.Removed<CoverageItem>(nameof(CoverageItem.UserId), nameof(OwnDataView.Coverage)),
        UserColumn.Removed<Follow>(nameof(Follow.UserId), nameof(OwnDataView.Follows)),
        UserColumn.Removed<Notification>(nameof(Notification.UserId), nameof(OwnDataView.Notifications)),
        UserColumn.Removed<Inbox>(nameof(Inbox.UserId), nameof(OwnDataView.NotificationSettings)),
        UserColumn.Ended<Member>(nameof(Member.UserId), nameof(OwnDataView.Memberships)),
        UserColumn.Ended<TeamMember>(nameof(TeamMember.UserId), nameof(OwnDataView.Teams)),
        UserColumn.Ended<Claim>(nameof(Claim.HolderId), nameof(OwnDataView.Claims)),
        UserColumn.Ended<ScorerLink>(nameof(ScorerLink.CreatorId), nameof(OwnDataView.ScorerLinks)),
        UserColumn.Ended<Message>(nameof(Message.AuthorId), nameof(OwnDataView.Messages)),
        UserColumn.Kept<Message>(nameof(Message.DeletedBy), null),
        UserColumn.Ended<Announcement>(nameof(Announcement.AuthorId), nameof(OwnDataView.Announcements)),
        UserColumn.Ended<Player>(nameof(Player.UserId), nameof(OwnDataView.Players)),
        UserColumn.Ended<Match>(nameof(Match.Officials), nameof(OwnDataView.Officials)),
        UserColumn.Kept<Score>(nameof(Score.UpdatedBy), nameof(OwnDataView.Scores)),
        UserColumn.Kept<ScoreRevision>(nameof(ScoreRevision.UpdatedBy), nameof(OwnDataView.Scores)),
        UserColumn.Kept<ScoreConflict>(nameof(ScoreConflict.UserId), nameof(OwnDataView.LateScores)),
        UserColumn.Kept<Incident>(nameof(Incident.RecordedBy), nameof(OwnDataView.Incidents)),
        UserColumn.Kept<Incident>(nameof(Incident.RetractedBy), nameof(OwnDataView.Incidents)),
        UserColumn.Kept<MatchClock>(nameof(MatchClock.UpdatedBy), nameof(OwnDataView.Clocks)),
        UserColumn.Kept<Lineup>(nameof(Lineup.UpdatedBy), nameof(OwnDataView.Lineups)),
        UserColumn.Kept<Webhook>(nameof(Webhook.CreatorId), nameof(OwnDataView.Webhooks)),
    ];
}
