namespace LiveFeed.Domain.Announcements;

/// <summary>A few words of an organizer to everybody. It is never changed, but ends: when it is deleted, or at its time.</summary>
public sealed class Announcement : Aggregate
{
    private const int IdLength = 32;

    public required EventId EventId { get; init; }

    /// <summary>Made by the server.</summary>
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>The court that it is about; null for the whole event. It stays when the court is removed.</summary>
    public int? CourtId { get; init; }

    /// <summary>When it ends by itself; null if it doesn't.</summary>
    public DateTimeOffset? Until { get; init; }

    public required UserId AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Returns whether a text may be an announcement's id. Others are not looked up: not every database takes every text.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Creates an announcement and publishes it.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="content">What it says.</param>
    /// <param name="author">Who says it.</param>
    /// <param name="now">The current time.</param>
    internal static Announcement Create(EventId eventId, AnnouncementContent content, Actor author, DateTimeOffset now)
    {
        var announcement = new Announcement
        {
            EventId = eventId,
            Id = OrderedId.Create(now),
            Text = content.Text,
            CourtId = content.CourtId,
            Until = content.Until,
            AuthorId = author.UserId,
            AuthorName = author.Name,
            CreatedAt = now,
        };
        announcement.Raise(new AnnouncementChanged(announcement, false, now));
        return announcement;
    }

    /// <summary>Takes it from its readers.</summary>
    public void End(DateTimeOffset now) => Raise(new AnnouncementChanged(this, true, now));

    public AnnouncementView ToView() => new(Id, Text, new PersonView(AuthorId, AuthorName), CourtId, Until, CreatedAt);
}
