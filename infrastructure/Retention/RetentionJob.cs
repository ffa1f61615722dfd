using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Retention;

/// <summary>Removes what is older than <see cref="RetentionOptions"/> says, in short transactions. It may begin anew at any time: what is removed stays removed.</summary>
internal sealed partial class RetentionJob(
    ILiveFeedContextFactory contexts, IMediator mediator, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionJob> logger) : IJobHandler
{
    public const string Name = "retention";

    private readonly RetentionOptions options = options.Value;

    public string Kind => Name;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        var began = time.Now();
        await using var db = contexts.Create();
        foreach (var liveEvent in await db.Events.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Id, row.Archived, row.CreatedAt }).ToListAsync(cancellationToken))
        {
            if (liveEvent.Archived)
                await CutArchivedAsync(db, liveEvent.Id, began, cancellationToken);
            // Nothing of an event is older than the event.
            if (IsOld(liveEvent.CreatedAt, options.FeedEntries, began))
                await CutOldAsync(db, liveEvent.Id, began - options.FeedEntries, cancellationToken);
            if (IsOld(liveEvent.CreatedAt, options.Revisions, began))
                await RemoveRevisionsAsync(liveEvent.Id, began - options.Revisions, cancellationToken);
            if (IsOld(liveEvent.CreatedAt, options.Messages, began))
                await RemoveMessagesAsync(liveEvent.Id, began - options.Messages, cancellationToken);
        }

        if (options.WebhookDeliveries > TimeSpan.Zero)
            await RemoveDeliveriesAsync(began - options.WebhookDeliveries, cancellationToken);
        return began + options.Every;
    }

    private static bool IsOld(DateTimeOffset at, TimeSpan age, DateTimeOffset now) => age > TimeSpan.Zero && at < now - age;

    private async Task CutArchivedAsync(LiveFeedContext db, EventId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (topic, head) = await ReadHeadAsync(db, id, cancellationToken);
        if (head is null || head.CutTo >= head.Sequence)
            return;
        if (await new EntryTimes(db, topic).ReadAsync(head.Sequence, cancellationToken) is { } last && IsOld(last, options.ArchivedFeeds, now))
            await CutAsync(id, head.Sequence, archived: true, cancellationToken);
    }

    private async Task CutOldAsync(LiveFeedContext db, EventId id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (topic, head) = await ReadHeadAsync(db, id, cancellationToken);
        if (head is null)
            return;
        var cutTo = head.CutTo ?? 0;
        var upTo = await new EntryTimes(db, topic).LastBeforeAsync(before, cutTo, head.Sequence, cancellationToken);
        if (upTo > cutTo)
            await CutAsync(id, upTo, archived: false, cancellationToken);
    }

    private async Task CutAsync(EventId id, long upTo, bool archived, CancellationToken cancellationToken)
    {
        var removed = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cut = (await mediator.SendAsync(new CutFeed(id, upTo, archived))).Value!;
            removed += cut.Removed;
            if (cut.CutTo >= upTo)
                break;
        }

        Log.Cut(logger, id, upTo, removed);
    }

    private async Task RemoveRevisionsAsync(EventId id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        while ((await mediator.SendAsync(new RemoveOldRevisions(id, before))).Value!.Count > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task RemoveMessagesAsync(EventId id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        while ((await mediator.SendAsync(new RemoveOldMessages(id, before))).Value!.Count > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task RemoveDeliveriesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        while ((await mediator.SendAsync(new RemoveOldDeliveries(before))).Value!.Count > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<(string Topic, FeedHead? Head)> ReadHeadAsync(LiveFeedContext db, EventId id, CancellationToken cancellationToken)
    {
        var topic = Topics.ForEvent(id);
        return (topic, await db.FeedHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Topic == topic, cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.FeedCut, Level = LogLevel.Information, Message = "The feed of event {EventId} was cut to its state at {Sequence}; {Removed} entries were removed.")]
        public static partial void Cut(ILogger logger, EventId eventId, long sequence, int removed);
    }
}
