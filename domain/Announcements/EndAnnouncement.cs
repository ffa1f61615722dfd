using LiveFeed.Domain.Jobs;
using MediatR;

namespace LiveFeed.Domain.Announcements;

/// <summary>Ends an announcement at its time. In an archived event too: readers of a reopened one must not find it again.</summary>
/// <param name="Lease">The right to do so.</param>
/// <param name="EventId">The event.</param>
/// <param name="AnnouncementId">The announcement.</param>
public sealed record EndAnnouncement(JobLease Lease, EventId EventId, string AnnouncementId) : ICommand<Done>, IJobCommand, IEventCommand;

internal sealed class EndAnnouncementHandler(IAnnouncementStore announcements, TimeProvider time) : IRequestHandler<EndAnnouncement, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndAnnouncement command, CancellationToken cancellationToken)
    {
        // It may be gone with its event.
        if (await announcements.FindAsync(command.EventId, command.AnnouncementId) is { } announcement)
        {
            announcement.End(time.Now());
            announcements.Remove(announcement);
        }

        return new Done();
    }
}
