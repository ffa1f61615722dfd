namespace LiveFeed.Domain.Teams;

/// <summary>A message in a team's room. A deleted one stays, without its text.</summary>
public sealed class Message : Aggregate
{
    private const int IdLength = 32;

    public required EventId EventId { get; init; }

    /// <summary>Made by the server.</summary>
    public required string Id { get; init; }

    public required int TeamId { get; init; }

    public required UserId AuthorId { get; init; }

    /// <summary>What it says; null if it was deleted.</summary>
    public string? Text { get; private set; }

    public required DateTimeOffset PostedAt { get; init; }

    public string? ClientMessageId { get; init; }

    /// <summary>Who deleted it; null if nobody did.</summary>
    public UserId? DeletedBy { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Returns whether a text may be a message's id. Others are not looked up: not every database takes every text.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Creates a message and publishes it.</summary>
    public static Message Post(EventId eventId, int teamId, Actor author, string text, string? clientMessageId, DateTimeOffset now)
    {
        var message = new Message
        {
            EventId = eventId,
            TeamId = teamId,
            Id = OrderedId.Create(now),
            AuthorId = author.UserId,
            Text = text,
            PostedAt = now,
            ClientMessageId = clientMessageId,
        };
        message.Raise(new MessagePosted(message, author.Name));
        return message;
    }

    /// <summary>Deletes its text, and publishes that.</summary>
    public void Delete(UserId by, DateTimeOffset now)
    {
        (Text, DeletedBy, DeletedAt) = (null, by, now);
        Raise(new MessageDeleted(this, now));
    }

    /// <summary>It is too old to be kept: publishes that it is gone, unless it was deleted before.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (DeletedAt is null)
            Raise(new MessageDeleted(this, now));
    }

    public MessageView ToView(string authorName) => new(Id, new PersonView(AuthorId, authorName), Text ?? "", PostedAt, ClientMessageId);
}
