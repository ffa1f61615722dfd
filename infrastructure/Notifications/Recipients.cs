using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Teams;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Notifications;

/// <summary>Finds whom a cause concerns: those who may read of it, and nobody else.</summary>
internal sealed class Recipients(ILiveFeedContextFactory contexts)
{
    /// <summary>Returns them, each once.</summary>
    public IAsyncEnumerable<UserId> FindAsync(NotificationCause cause, CancellationToken cancellationToken) => cause switch
    {
        { UserId: { } only } => new[] { only }.ToAsyncEnumerable(),
        { MessageId: { } messageId, TeamId: { } teamId } => MentionedAsync(cause.EventId, teamId, messageId, cancellationToken),
        _ => FollowersAsync(cause, cancellationToken),
    };

    /// <summary>Returns who follows a match or a team of it; without a match who follows anything of the event.</summary>
    private async IAsyncEnumerable<UserId> FollowersAsync(NotificationCause cause, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        var eventId = cause.EventId;
        var follows = db.Follows.AsNoTracking().Where(follow => follow.EventId == eventId);
        if (cause.MatchId is { } matchId)
        {
            var (number, team1, team2) = (matchId.Value, cause.Team1Id, cause.Team2Id);
            follows = follows.Where(follow => (follow.Kind == FollowKind.Match && follow.TargetId == number)
                || (follow.Kind == FollowKind.Team && (follow.TargetId == team1 || follow.TargetId == team2)));
        }

        var users = follows.Select(follow => follow.UserId).Distinct();
        if (await db.Events.AsNoTracking().AnyAsync(found => found.Id == eventId && found.Visibility != Visibility.Public, cancellationToken))
        {
            users = users.Where(userId => db.Members.Any(member => member.EventId == eventId && member.UserId == userId)
                || db.Users.Any(user => user.Id == userId && user.Role == GlobalRole.Admin));
        }

        await foreach (var userId in users.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return userId;
    }

    /// <summary>Returns whom a message names, of those who may read it.</summary>
    private async IAsyncEnumerable<UserId> MentionedAsync(
        EventId eventId, int teamId, string messageId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = contexts.Create();
        if (await db.Messages.AsNoTracking().Where(message => message.EventId == eventId && message.TeamId == teamId && message.Id == messageId).Select(message => message.Text)
            .SingleOrDefaultAsync(cancellationToken) is not { } text)
            yield break;
        var organizers = await db.Members.AsNoTracking()
            .Where(member => member.EventId == eventId && member.Role == EventRole.Organizer).Select(member => member.UserId).ToListAsync(cancellationToken);
        var readers = (await TeamQueries.RolesAsync(db, eventId, teamId, cancellationToken)).Keys.Union(organizers).ToList();
        foreach (var some in readers.Chunk(500))
        {
            foreach (var user in await db.Users.AsNoTracking().Where(user => some.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellationToken))
            {
                if (Mentions.Names(text, user.DisplayName))
                    yield return user.Id;
            }
        }
    }
}
