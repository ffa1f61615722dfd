using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Statistics;

/// <summary>
/// Looks for feeds that have grown, and has the statistics published that changed with them. Every instance does: the one that comes second finds that it is too
/// early.
/// </summary>
internal sealed class StatisticsSweep(
    IServiceScopeFactory scopes, ILiveFeedContextFactory contexts, StatisticsPolicy policy, TimeProvider time, IOptions<StatisticsOptions> options,
    ILogger<StatisticsSweep> logger)
    : PeriodicBackgroundService(scopes, time, options.Value.Sweep, logger)
{
    // After an update from a version without statistics, every event is new.
    private const int NewAtOnce = 50;

    private readonly TimeProvider time = time;

    // How far the feeds have no entry with which statistics change. To store that would not be worth a write.
    private readonly Dictionary<string, long> examined = new(StringComparer.Ordinal);

    protected override async Task RunOnceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (policy.Every == TimeSpan.Zero)
            return;
        await using var db = contexts.Create();
        var before = time.Now() - policy.Every;
        var grown = await (
            from head in db.FeedHeads
            join known in db.StatisticsCursors on head.Topic equals known.Topic into cursors
            from cursor in cursors.DefaultIfEmpty()
            where EF.Functions.Like(head.Topic, Topics.OfEvents) && !EF.Functions.Like(head.Topic, Topics.BesideEvents) && (cursor == null || (head.Sequence > cursor.Sequence && cursor.PublishedAt <= before))
            orderby head.Topic
            select new { head.Topic, head.Sequence, IsNew = cursor == null, Cursor = cursor == null ? 0 : cursor.Sequence }).ToListAsync(cancellationToken);
        var mediator = services.GetRequiredService<IMediator>();
        foreach (var feed in grown.Where(feed => !feed.IsNew).Concat(grown.Where(feed => feed.IsNew).Take(NewAtOnce)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (feed.IsNew || await HasCauseAsync(feed.Topic, feed.Cursor, feed.Sequence))
                await mediator.SendAsync(new PublishStatistics(Topics.GetEventId(feed.Topic)));
        }

        async Task<bool> HasCauseAsync(string topic, long cursor, long head)
        {
            var after = Math.Max(cursor, examined.GetValueOrDefault(topic));
            if (await StatisticsQueries.Causes(db, topic, after, head).AnyAsync(cancellationToken))
                return true;
            examined[topic] = head;
            return false;
        }
    }
}
