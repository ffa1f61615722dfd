namespace LiveFeed.Domain.Announcements;

public static class AnnouncementErrors
{
    public static readonly Error NotFound = new(ErrorCode.AnnouncementNotFound, "There is no announcement with this id in the event, or it has ended.");
}
