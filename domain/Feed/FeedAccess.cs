namespace LiveFeed.Domain.Feed;

/// <summary>Who may read a topic, at one version of its access. Never changes.</summary>
/// <param name="Version">The <see cref="FeedHead.AccessVersion"/> at which it was read.</param>
/// <param name="Sequence">The <see cref="FeedHead.Sequence"/> at which it was read: entries up to there may have been appended before it.</param>
public abstract record FeedAccess(long Version, long Sequence)
{
    /// <summary>Whether everybody may read, signed in or not.</summary>
    public abstract bool IsPublic { get; }

    /// <summary>Whether the topic is over: nothing is appended any more, and its streams end.</summary>
    public abstract bool Archived { get; }

    /// <summary>Why streams are closed when the topic is removed.</summary>
    public virtual CloseReason RemovedReason => CloseReason.TopicDeleted;

    /// <summary>Returns null if the reader may read; otherwise the error.</summary>
    public abstract Error? CheckReadAccess(ReaderIdentity reader);

    /// <summary>Returns whether the reader may manage what the topic is about.</summary>
    public abstract bool MayManage(ReaderIdentity reader);

    /// <summary>Returns whether the reader sees people's full names, whatever is published of them.</summary>
    public abstract bool SeesFullNames(ReaderIdentity reader);
}
