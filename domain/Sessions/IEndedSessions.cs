namespace LiveFeed.Domain.Sessions;

/// <summary>The sessions that were ended while access tokens of theirs had yet to expire. In memory, because every request asks.</summary>
public interface IEndedSessions
{
    bool Contains(string sessionId);

    /// <summary>Calls back when this session is ended, at once if it has been, until the result is disposed.</summary>
    IDisposable Watch(string sessionId, Action ended);
}
