using LiveFeed.Domain.Jobs;
using MediatR;

namespace LiveFeed.Domain.Announcements;

/// <summary>Takes an announcement from its readers.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="AnnouncementId">The announcement.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record DeleteAnnouncement(Actor Actor, EventId EventId, string AnnouncementId, string? IdempotencyKey = null) : ICommand<Done>, IIdempotent, IEventCommand;

internal sealed class DeleteAnnouncementHandler(EventAuthorization authorization, IAnnouncementStore announcements, IJobStore jobs, TimeProvider time)
    : IRequestHandler<DeleteAnnouncement, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteAnnouncement command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (!Announcement.IsId(command.AnnouncementId) || await announcements.FindAsync(command.EventId, command.AnnouncementId) is not { } announcement)
            return AnnouncementErrors.NotFound;
        announcement.End(time.Now());
        announcements.Remove(announcement);
        // An instance may have taken it by now: it then finds no announcement.
        if (await jobs.FindAsync(AnnouncementEnd.JobId(announcement.Id)) is { } job)
            jobs.Remove(job);
        return new Done();
    }
}
