using LiveFeed.Domain.Jobs;
using MediatR;

namespace LiveFeed.Domain.Announcements;

/// <summary>Makes an announcement.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Content">What it says.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record PostAnnouncement(Actor Actor, EventId EventId, AnnouncementContent Content, string? IdempotencyKey = null)
    : ICommand<AnnouncementView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

internal sealed class PostAnnouncementHandler(
    EventAuthorization authorization, IScheduleStore schedules, IAnnouncementStore announcements, IJobStore jobs, AnnouncementPolicy policy, TimeProvider time)
    : IRequestHandler<PostAnnouncement, Result<AnnouncementView>>
{
    public async Task<Result<AnnouncementView>> Handle(PostAnnouncement command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (command.Content.Validate(now) is { } invalid)
            return invalid;
        if (command.Content.CourtId is { } courtId && !await schedules.HasCourtAsync(command.EventId, courtId))
            return CommonErrors.CourtNotFound;
        if (await announcements.CountAsync(command.EventId) >= policy.MaxPerEvent)
            return new Error(ErrorCode.LimitReached, $"This event has {policy.MaxPerEvent} announcements, which is the most. Delete one first.");

        var announcement = Announcement.Create(command.EventId, command.Content.Cleaned(), command.Actor, now);
        announcements.Add(announcement);
        if (announcement.Until is { } until)
            jobs.Add(AnnouncementEnd.JobOf(announcement, until));
        return announcement.ToView();
    }
}
