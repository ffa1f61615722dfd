namespace LiveFeed.Domain.Sessions;

/// <summary>Reads of sessions.</summary>
public interface ISessionReads
{
    /// <summary>Returns a user's open sessions, the last used first.</summary>
    Task<Page<SessionSummary>> ListAsync(UserId userId, string? current, Paging paging, CancellationToken cancellationToken);
}
