using LiveFeed.Domain.Jobs;
using LiveFeed.Domain.Privacy;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Infrastructure.Privacy;

/// <summary>
/// Deletes an erased user's messages and takes the name out of all logs, in short transactions. It may begin anew at any time: what is blank stays blank. It runs a second
/// time, for what was accepted before the erasure and written after it.
/// </summary>
internal sealed partial class ErasedUserJob(ILiveFeedContextFactory contexts, IMediator mediator, TimeProvider time, ILogger<ErasedUserJob> logger) : IJobHandler
{
    // What is read is in memory as a whole; what is written, others wait for.
    private const int EntriesAtOnce = 500;

    public string Kind => ErasedUser.JobKind;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        var erased = ErasedUser.From(payload);
        var isLast = time.Now() >= erased.SettledAt;
        await using var db = contexts.Create();
        await mediator.SendAsync(new RemoveOwn(erased.UserId));
        var messages = 0;
        foreach (var eventId in await UserQueries.EventsAsync(db, erased.UserId, cancellationToken))
        {
            while ((await mediator.SendAsync(new EraseInEvent(eventId, erased.UserId))).Value!.Count is var deleted and > 0)
            {
                messages += deleted;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        var entries = 0;
        foreach (var topic in await db.FeedHeads.AsNoTracking().Where(head => EF.Functions.Like(head.Topic, Topics.OfEvents)).OrderBy(head => head.Topic).Select(head => head.Topic).ToListAsync(cancellationToken))
            entries += await BlankAsync(db, topic, erased.UserId, cancellationToken);
        Log.Erased(logger, erased.UserId, messages, entries);
        return isLast ? null : erased.SettledAt;
    }

    private async Task<int> BlankAsync(LiveFeedContext db, string topic, UserId userId, CancellationToken cancellationToken)
    {
        var chunks = (await FindAsync(db, topic, userId, cancellationToken)).Chunk(EntriesAtOnce).ToList();
        var blanked = 0;
        for (var i = 0; i < chunks.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            blanked += (await mediator.SendAsync(new BlankNames(Topics.Get(topic).EventId!.Value, topic, userId, chunks[i], IsLast: i == chunks.Count - 1))).Value!.Count;
        }

        return blanked;
    }

    /// <summary>Returns the sequences of the entries that have a user's name.</summary>
    private static async Task<IReadOnlyList<long>> FindAsync(LiveFeedContext db, string topic, UserId userId, CancellationToken cancellationToken)
    {
        var types = EntryTypes.NamingUsers;
        var found = new List<long>();
        for (var after = 0L; ;)
        {
            var from = after;
            var page = await db.FeedEntries.AsNoTracking().Where(entry => entry.Topic == topic && entry.Sequence > from && types.Contains(entry.Type))
                .OrderBy(entry => entry.Sequence).Take(EntriesAtOnce).Select(entry => new { entry.Sequence, entry.Payload }).ToListAsync(cancellationToken);
            if (page.Count == 0)
                return found;
            found.AddRange(page.Where(entry => ErasedNames.Replace(entry.Payload, userId) is not null).Select(entry => entry.Sequence));
            after = page[^1].Sequence;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.UserErased, Level = LogLevel.Information, Message = "Of the erased user {User} {Messages} messages were deleted, and {Entries} entries of feeds lost the name.")]
        public static partial void Erased(ILogger logger, UserId user, int messages, int entries);
    }
}
