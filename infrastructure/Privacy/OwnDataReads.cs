using System.Runtime.CompilerServices;
using LiveFeed.Domain.Privacy;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Privacy;

/// <summary>Reads what is stored of a user, by whole pages: on a database server each query is in memory as a whole.</summary>
internal sealed class OwnDataReads(ILiveFeedContextFactory contexts, TimeProvider time) : IOwnDataReads
{
    private const int PageSize = 500;

    public IEnumerable<(string Name, IAsyncEnumerable<object> Items)> ReadLists(UserId userId, string? currentSession)
    {
        var now = time.Now();
        yield return (nameof(OwnDataView.Sessions), PagesAsync(
            db => db.RefreshTokens.Where(row => row.UserId == userId && row.UsedAt == null && row.ExpiresAt > now).OrderBy(row => row.Hash),
            row => SessionSummary.From(row, currentSession)));
        yield return (nameof(OwnDataView.Memberships), PagesAsync(
            db => db.Members.Where(row => row.UserId == userId).OrderBy(row => row.EventId), row => new OwnMembership(row.EventId, row.Role, row.TeamIds)));
        yield return (nameof(OwnDataView.Teams), PagesAsync(
            db => db.TeamMembers.Where(row => row.UserId == userId).OrderBy(row => row.EventId).ThenBy(row => row.TeamId), row => new OwnTeamRole(row.EventId, row.TeamId, row.Role)));
        yield return (nameof(OwnDataView.Messages), OfEventsAsync(
            db => db.Messages.Where(row => row.AuthorId == userId).Select(row => row.EventId),
            (db, id) => db.Messages.Where(row => row.EventId == id && row.AuthorId == userId).OrderBy(row => row.Id),
            row => new OwnMessage(row.EventId, row.TeamId, row.Id, row.PostedAt, row.Text, row.DeletedAt)));
        yield return (nameof(OwnDataView.Announcements), PagesAsync(
            db => db.Announcements.Where(row => row.AuthorId == userId).OrderBy(row => row.EventId).ThenBy(row => row.Id),
            row => new OwnAnnouncement(row.EventId, row.Id, row.Text, row.CreatedAt)));
        yield return (nameof(OwnDataView.Claims), PagesAsync(
            db => db.Claims.Where(row => row.HolderId == userId).OrderBy(row => row.EventId).ThenBy(row => row.MatchId),
            row => new OwnClaim(row.EventId, row.MatchId, row.ClaimedAt, row.ExpiresAt, row.DeviceId)));
        yield return (nameof(OwnDataView.Scores), OfEventsAsync(
            db => db.ScoreRevisions.Where(row => row.UpdatedBy == userId).Select(row => row.EventId),
            (db, id) => db.ScoreRevisions.Where(row => row.EventId == id && row.UpdatedBy == userId).OrderBy(row => row.MatchId).ThenBy(row => row.Version),
            row => new OwnScore(row.EventId, row.MatchId, row.Version, row.Sets, row.Status, row.OccurredAt, row.RecordedAt, row.Reason)));
        yield return (nameof(OwnDataView.LateScores), PagesAsync(
            db => db.ScoreConflicts.Where(row => row.UserId == userId).OrderBy(row => row.Id),
            row => new OwnLateScore(row.EventId, row.MatchId, row.Sets, row.Status, row.OccurredAt, row.ReceivedAt)));
        yield return (nameof(OwnDataView.Incidents), OfEventsAsync(
            db => db.Incidents.Where(row => row.RecordedBy == userId || row.RetractedBy == userId).Select(row => row.EventId),
            (db, id) => db.Incidents.Where(row => row.EventId == id && (row.RecordedBy == userId || row.RetractedBy == userId)).OrderBy(row => row.Id),
            row => new OwnIncident(row.EventId, row.MatchId, row.Id, row.Kind, row.OccurredAt, row.RecordedAt, row.RetractedAt)));
        yield return (nameof(OwnDataView.Clocks), PagesAsync(
            db => db.Clocks.Where(row => row.UpdatedBy == userId).OrderBy(row => row.EventId).ThenBy(row => row.MatchId), row => new OwnMatchChange(row.EventId, row.MatchId, row.ReadAt)));
        yield return (nameof(OwnDataView.Lineups), PagesAsync(
            db => db.Lineups.Where(row => row.UpdatedBy == userId).OrderBy(row => row.EventId).ThenBy(row => row.MatchId).ThenBy(row => row.Side),
            row => new OwnMatchChange(row.EventId, row.MatchId, row.UpdatedAt)));
        yield return (nameof(OwnDataView.Coverage), PagesAsync(
            db => db.Coverage.Where(row => row.UserId == userId).OrderBy(row => row.EventId).ThenBy(row => row.MatchId), row => new OwnMatchChange(row.EventId, row.MatchId, row.UpdatedAt)));
        yield return (nameof(OwnDataView.Players), PagesAsync(
            db => db.Players.Where(row => row.UserId == userId).OrderBy(row => row.EventId).ThenBy(row => row.Id),
            row => new OwnPlayer(row.EventId, row.TeamId, row.Id, row.Name, row.Number)));
        yield return (nameof(OwnDataView.Officials), DutiesAsync(userId));
        yield return (nameof(OwnDataView.Invitations), PagesAsync(
            db => db.Invitations.Where(row => row.CreatorId == userId).OrderBy(row => row.Id), row => new OwnLink(row.EventId, row.Id, row.CreatedAt, row.ExpiresAt)));
        yield return (nameof(OwnDataView.ScorerLinks), PagesAsync(
            db => db.ScorerLinks.Where(row => row.CreatorId == userId).OrderBy(row => row.Id), row => new OwnLink(row.EventId, row.Id, row.CreatedAt, row.ExpiresAt)));
        yield return (nameof(OwnDataView.Webhooks), PagesAsync(
            db => db.Webhooks.Where(row => row.CreatorId == userId).OrderBy(row => row.Id), row => new OwnWebhook(row.EventId, row.Id, row.Url, row.CreatedAt)));
        yield return (nameof(OwnDataView.Follows), PagesAsync(
            db => db.Follows.Where(row => row.UserId == userId).OrderBy(row => row.EventId).ThenBy(row => row.Kind).ThenBy(row => row.TargetId), row => new OwnFollow(row.Target.ToString(), row.Since)));
        yield return (nameof(OwnDataView.Notifications), PagesAsync(db => db.Notifications.Where(row => row.UserId == userId).OrderBy(row => row.Number), row => row.ToView()));
        yield return (nameof(OwnDataView.NotificationSettings), PagesAsync(db => db.Inboxes.Where(row => row.UserId == userId).OrderBy(row => row.UserId), row => row.Settings));
    }

    private async IAsyncEnumerable<object> PagesAsync<TRow>(
        Func<LiveFeedContext, IQueryable<TRow>> ordered, Func<TRow, object> view, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRow : class
    {
        for (var offset = 0; ; offset += PageSize)
        {
            List<TRow> page;
            await using (var db = contexts.Create())
                page = await ordered(db).AsNoTracking().Skip(offset).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var row in page)
                yield return view(row);
            if (page.Count < PageSize)
                break;
        }
    }

    /// <summary>Reads one event after another, whose rows are together: a page needs no look at all others.</summary>
    private async IAsyncEnumerable<object> OfEventsAsync<TRow>(
        Func<LiveFeedContext, IQueryable<EventId>> events, Func<LiveFeedContext, EventId, IQueryable<TRow>> ordered, Func<TRow, object> view,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRow : class
    {
        List<EventId> ids;
        await using (var db = contexts.Create())
            ids = await events(db).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await foreach (var item in PagesAsync(db => ordered(db, id), view, cancellationToken))
                yield return item;
        }
    }

    private async IAsyncEnumerable<object> DutiesAsync(UserId userId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<EventId> ids;
        await using (var db = contexts.Create())
            ids = await UserQueries.OfficiatedAsync(db, userId, cancellationToken);
        foreach (var id in ids)
        {
            var matches = PagesAsync(db => db.Matches.Where(row => row.EventId == id && row.Officials != null).OrderBy(row => row.Id), row => row, cancellationToken);
            await foreach (var match in matches.Cast<Match>().WithCancellation(cancellationToken))
            {
                foreach (var official in match.Officials!.Where(official => official.UserId == userId))
                    yield return new OwnDuty(id, match.Id, official.Duty, official.Name);
            }
        }
    }
}
