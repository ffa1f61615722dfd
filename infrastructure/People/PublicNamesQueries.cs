using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.People;

internal static class PublicNamesQueries
{
    /// <summary>Returns what a reader gets of people's names: what the event publishes, unless the reader sees full names.</summary>
    public static async Task<PublicNames> ForAsync(LiveFeedContext db, EventId eventId, bool fullNames, CancellationToken cancellationToken) => fullNames
        ? PublicNames.Full
        : await db.Events.Where(row => row.Id == eventId).Select(row => row.PublicNames).SingleOrDefaultAsync(cancellationToken);
}
