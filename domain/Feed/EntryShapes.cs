using LiveFeed.Domain.Announcements;
using LiveFeed.Domain.Clocks;
using LiveFeed.Domain.Lineups;
using LiveFeed.Domain.Notifications;

namespace LiveFeed.Domain.Feed;

/// <summary>The shape of every type of entry. The schemas that clients read are made of this table.</summary>
public static class EntryShapes
{
    private static readonly SchemaVersion First = new(1, 0);

    public static IReadOnlyList<EntryShape> All { get; } =
    [
        new(EntryTypes.ScoreUpdate, First, "score/{matchId}", typeof(ScoreView), typeof(RemovedView), "The score of a match."),
        new(EntryTypes.ClaimUpdate, First, "claim/{matchId}", typeof(ClaimView), typeof(RemovedView), "Who may post the score of a match, or that nobody may any more."),
        new(EntryTypes.MatchUpdate, First, "match/{matchId}", typeof(MatchView), typeof(RemovedView), "A match of the schedule."),
        new(EntryTypes.EventUpdate, First, "event", typeof(EventView), null, "The event itself."),
        new(EntryTypes.Incident, First, "incident/{id}", typeof(IncidentView), typeof(RemovedIncidentView), "Something that happened in a match. It is removed if it was retracted, and half an hour after the match has ended."),
        new(EntryTypes.ClockUpdate, First, "clock/{matchId}", typeof(ClockView), typeof(RemovedView), "What the clock of a match shows."),
        new(EntryTypes.StatisticsUpdate, First, "statistics/{matchId}", typeof(StatisticsView), typeof(RemovedView), "What follows from the scores and incidents of a match. It is removed half an hour after the match has ended."),
        new(EntryTypes.StandingsUpdate, First, "standings/{poolId}", typeof(StandingsView), typeof(RemovedPoolView), "The standings of a pool."),
        new(EntryTypes.LineupUpdate, First, null, typeof(LineupNotice), null, "A side of a match has another line-up, to be read by GET. It has no key, and no snapshot has it."),
        new(EntryTypes.Message, First, "message/{id}", typeof(MessageView), typeof(RemovedMessageView), "A message in a team's room. It is removed if it was deleted, and then its first entry has blanks in place of the text.") { Place = EntryPlace.Room },
        new(EntryTypes.Announcement, First, "announcement/{id}", typeof(AnnouncementView), typeof(RemovedAnnouncementView), "What an organizer says to everybody, or to who is at one court."),
        new(EntryTypes.Notification, First, "notification/{number}", typeof(NotificationView), null, "Something that the reader follows, or is concerned by, has happened.") { Place = EntryPlace.User },
        new(EntryTypes.NotificationsRead, First, "notifications-read", typeof(ReadMarkView), null, "The reader has read notifications, here or elsewhere.") { Place = EntryPlace.User },
    ];

    private static readonly Dictionary<string, EntryShape> ByType = All.ToDictionary(shape => shape.Type, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">There is no such type.</exception>
    public static EntryShape Of(string type) => ByType[type];
}
