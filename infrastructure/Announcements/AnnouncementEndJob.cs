using LiveFeed.Domain.Jobs;
using LiveFeed.Infrastructure.Jobs;
using MediatR;

namespace LiveFeed.Infrastructure.Announcements;

/// <summary>Ends an announcement at its time.</summary>
internal sealed class AnnouncementEndJob(IMediator mediator) : IJobHandler
{
    public string Kind => AnnouncementEnd.JobKind;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        var end = AnnouncementEnd.From(payload);
        // Rejected if another instance has the job by now, or an organizer has deleted the announcement: then there is nothing left to do.
        await mediator.SendAsync(new EndAnnouncement(lease, end.EventId, end.AnnouncementId));
        return null;
    }
}
