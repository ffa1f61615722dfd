namespace LiveFeed.Domain.Notifications;

/// <summary>A team as a notification shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record NotifiedTeam(int Id, string Name);
