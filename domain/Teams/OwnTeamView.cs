namespace LiveFeed.Domain.Teams;

/// <summary>A team that the reader belongs to.</summary>
/// <param name="EventId">The event.</param>
/// <param name="EventName">Its name.</param>
/// <param name="Archived">Whether the event is over: its rooms can be read, and nothing is written there any more.</param>
/// <param name="TeamId">The team.</param>
/// <param name="TeamName">Its name.</param>
/// <param name="Role">What the reader is to the team.</param>
public sealed record OwnTeamView(EventId EventId, string EventName, bool Archived, int TeamId, string TeamName, TeamRole Role);
