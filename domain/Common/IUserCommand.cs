namespace LiveFeed.Domain;

/// <summary>A command about a user's own data. The user's row is locked, in the same way as an event's head.</summary>
public interface IUserCommand : ICommand
{
    UserId UserId { get; }
}
