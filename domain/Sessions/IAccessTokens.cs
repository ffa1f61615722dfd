namespace LiveFeed.Domain.Sessions;

public interface IAccessTokens
{
    AccessToken Issue(User user, string sessionId);
}
