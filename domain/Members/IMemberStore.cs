namespace LiveFeed.Domain.Members;

public interface IMemberStore
{
    Task<Member?> FindAsync(EventId eventId, UserId userId);

    Task<int> CountOrganizersAsync(EventId eventId);

    void Add(Member member);

    void Remove(Member member);
}
