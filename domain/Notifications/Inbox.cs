namespace LiveFeed.Domain.Notifications;

/// <summary>What a user has of notifications: how many came, how far they were read, and which are wanted.</summary>
public sealed class Inbox
{
    public required UserId UserId { get; init; }

    /// <summary>The number of the newest notification; 0 if none came yet.</summary>
    public int Last { get; private set; }

    /// <summary>The number of the last one that was read.</summary>
    public int ReadUpTo { get; private set; }

    public NotificationSettings Settings { get; private set; } = NotificationSettings.Default;

    public ReadMarkView ReadMark => new(ReadUpTo, Last - ReadUpTo);

    public bool Wants(string kind) => !Settings.Off.Contains(kind);

    /// <summary>Returns the number of the next notification.</summary>
    public int Next() => ++Last;

    /// <summary>Notes that notifications were read. Returns whether any of them was not before.</summary>
    public bool Read(int upTo)
    {
        var former = ReadUpTo;
        ReadUpTo = Math.Max(ReadUpTo, Math.Min(upTo, Last));
        return ReadUpTo > former;
    }

    public void Change(NotificationSettings settings) => Settings = settings;
}
