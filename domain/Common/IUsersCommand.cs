namespace LiveFeed.Domain;

/// <summary>A command about what belongs to several users. Their rows are locked, as one user's is by <see cref="IUserCommand"/>.</summary>
public interface IUsersCommand : ICommand
{
    IReadOnlyList<UserId> UserIds { get; }
}
