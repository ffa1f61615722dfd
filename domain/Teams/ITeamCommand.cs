namespace LiveFeed.Domain.Teams;

/// <summary>A command about a team's room. A repeat returns its first response only to who may still write in the room.</summary>
public interface ITeamCommand : IEventCommand
{
    int TeamId { get; }
}
