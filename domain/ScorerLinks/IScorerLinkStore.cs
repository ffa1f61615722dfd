namespace LiveFeed.Domain.ScorerLinks;

public interface IScorerLinkStore
{
    Task<ScorerLink?> FindAsync(string id);

    Task<ScorerLink?> FindByHashAsync(string hash);

    /// <summary>Returns an event's links, those that have expired too, but none that this transaction removes.</summary>
    Task<IReadOnlyList<ScorerLink>> ListAsync(EventId eventId);

    /// <summary>Returns how many of an event's links have not expired.</summary>
    Task<int> CountOpenAsync(EventId eventId, DateTimeOffset now);

    /// <summary>Returns everybody who has come in by a link.</summary>
    Task<IReadOnlyList<User>> ListHelpersAsync(string linkId);

    /// <summary>Returns the ids of everybody who has come in by one of these links.</summary>
    Task<IReadOnlyList<UserId>> ListHelperIdsAsync(IReadOnlyCollection<string> linkIds);

    void Add(ScorerLink link);

    void Remove(ScorerLink link);
}
