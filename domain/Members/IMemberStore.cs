
namespace LiveFeed.Domain.Members;

public interface IMemberStore
{
    Task<Member?> FindAsync(string eventId, string userId);

    Task<int> CountOrganizersAsync(string eventId);

    void Add(Member member);

    void Remove(Member member);
}
