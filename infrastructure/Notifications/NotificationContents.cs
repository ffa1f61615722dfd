using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Notifications;

/// <summary>Reads what a notification says.</summary>
internal sealed class NotificationContents(ILiveFeedContextFactory contexts)
{
    /// <summary>Returns what the notifications of a cause say; null if what it is about is gone.</summary>
    public async Task<NotificationContent?> ReadAsync(NotificationCause cause, CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (await db.Events.AsNoTracking().Where(found => found.Id == cause.EventId).Select(found => found.Name).SingleOrDefaultAsync(cancellationToken) is not { } eventName)
            return null;
        var text = cause.AnnouncementId is { } announcementId
            ? await db.Announcements.AsNoTracking().Where(row => row.EventId == cause.EventId && row.Id == announcementId).Select(row => row.Text).SingleOrDefaultAsync(cancellationToken)
            : null;
        var match = cause.MatchId is { } matchId ? await MatchAsync(db, cause, matchId, cancellationToken) : null;
        var team = cause.TeamId is { } teamId && await TeamAsync(db, cause.EventId, teamId, cancellationToken) is { } name ? new NotifiedTeam(teamId, name) : null;
        return (cause.MatchId is not null && match is null) || (cause.TeamId is not null && team is null) || (cause.AnnouncementId is not null && text is null)
            || (cause.StartsAt is not null && match?.StartsAt != cause.StartsAt)
            ? null
            : new NotificationContent(cause.EventId, eventName) { Match = match, Team = team, Role = cause.Role, Text = text };
    }

    private static async Task<NotifiedMatch?> MatchAsync(LiveFeedContext db, NotificationCause cause, MatchId matchId, CancellationToken cancellationToken)
    {
        var eventId = cause.EventId;
        if (await db.Matches.AsNoTracking().SingleOrDefaultAsync(match => match.EventId == eventId && match.Id == matchId, cancellationToken) is not { } match)
            return null;
        var court = match.CourtId is { } courtId
            ? await db.Courts.AsNoTracking().Where(row => row.EventId == eventId && row.Id == courtId).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new NotifiedMatch(
            matchId, await TeamAsync(db, eventId, match.Team1Id, cancellationToken) ?? match.Team1Label, await TeamAsync(db, eventId, match.Team2Id, cancellationToken) ?? match.Team2Label,
            match.StartsAt, court, cause.Sets is { Count: > 0 } sets ? sets : null, cause.Winner);
    }

    private static async Task<string?> TeamAsync(LiveFeedContext db, EventId eventId, int? teamId, CancellationToken cancellationToken) =>
        teamId is null ? null : await db.Teams.AsNoTracking().Where(team => team.EventId == eventId && team.Id == teamId).Select(team => team.Name).SingleOrDefaultAsync(cancellationToken);
}
