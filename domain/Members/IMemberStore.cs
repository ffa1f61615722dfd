
namespace LiveFeed.Domain.Members;

public interface IMemberStore
{
    Task<Member?> FindAsync(string eventId, string userId, CancellationToken cancellationToken);

    Task<int> CountOrganizersAsync(string eventId, CancellationToken cancellationToken);

    void Add(Member member);

    void Remove(Member member);
}
