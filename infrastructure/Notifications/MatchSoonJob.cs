using System.Globalization;
using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Jobs;
using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Notifications;

/// <summary>Looks for matches that begin soon, and has those notified who follow them. A match that moves is another cause.</summary>
internal sealed class MatchSoonJob(ILiveFeedContextFactory contexts, IFollowStore follows, IMediator mediator, IOptions<NotificationOptions> options, TimeProvider time) : IJobHandler
{
    public const string Name = "match-soon";

    public string Kind => Name;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var before = now + options.Value.MatchSoon;
        await using var db = contexts.Create();
        var soon = await db.Matches.AsNoTracking()
            .Where(match => match.StartsAt > now && match.StartsAt <= before && db.Follows.Any(follow => follow.EventId == match.EventId)
                && db.Events.Any(found => found.Id == match.EventId && !found.Archived)
                && !db.Scores.Any(score => score.EventId == match.EventId && score.MatchId == match.Id && score.Status != MatchStatus.Scheduled))
            .OrderBy(match => match.StartsAt)
            .Select(match => new { match.EventId, match.Id, match.StartsAt, match.Team1Id, match.Team2Id })
            .ToListAsync(cancellationToken);
        foreach (var match in soon)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = string.Create(CultureInfo.InvariantCulture, $"{Name}/{match.EventId}/{match.Id}/{match.StartsAt!.Value.ToUnixTimeMilliseconds()}");
            if (!await db.Notifications.AsNoTracking().AnyAsync(notification => notification.Cause == id, cancellationToken)
                && await follows.AnyAsync(match.EventId, match.Id, match.Team1Id, match.Team2Id))
                await mediator.SendAsync(new AddJob(id, NotificationCause.JobKind, Cause().ToPayload(), now));

            NotificationCause Cause() => new(NotificationKinds.MatchSoon, match.EventId) { MatchId = match.Id, Team1Id = match.Team1Id, Team2Id = match.Team2Id, StartsAt = match.StartsAt };
        }

        return now + options.Value.MatchSoonEvery;
    }
}
