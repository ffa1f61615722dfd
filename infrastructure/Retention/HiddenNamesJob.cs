using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Feed;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Retention;

/// <summary>Removes the entries that have names from an event's log, after what replaces them was published without. It may begin anew at any time.</summary>
internal sealed partial class HiddenNamesJob(ILiveFeedContextFactory contexts, IMediator mediator, ILogger<HiddenNamesJob> logger) : IJobHandler
{
    public string Kind => HiddenNames.JobKind;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        var eventId = HiddenNames.From(payload).EventId;
        await using var db = contexts.Create();
        if (await FeedQueries.HeadAsync(db, Topics.ForEvent(eventId), cancellationToken) is not { } head)
            return null;
        FeedCut cut;
        var removed = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            cut = (await mediator.SendAsync(new CutFeed(eventId, head.Sequence, Archived: false, Forgets: true))).Value!;
            removed += cut.Removed;
        }
        while (cut.CutTo < head.Sequence);

        Log.Removed(logger, eventId, removed);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.NamesRemoved, Level = LogLevel.Information, Message = "Event {EventId} publishes less of people's names: {Removed} entries were removed from its feed.")]
        public static partial void Removed(ILogger logger, EventId eventId, int removed);
    }
}
