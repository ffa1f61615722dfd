using MediatR;

namespace LiveFeed.Domain.Teams;

/// <summary>Gives a team's room that nothing was written to yet its feed, so that it can be read. Whoever sends it has checked that the reader may read it.</summary>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team.</param>
public sealed record OpenRoom(EventId EventId, int TeamId) : ICommand<Done>, IEventCommand;

internal sealed class OpenRoomHandler(IScheduleStore schedules, ITopicStore topics) : IRequestHandler<OpenRoom, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenRoom command, CancellationToken cancellationToken)
    {
        if (await schedules.FindTeamAsync(command.EventId, command.TeamId) is null)
            return CommonErrors.TeamNotFound;
        await topics.OpenAsync(Topics.ForTeam(command.EventId, command.TeamId));
        return new Done();
    }
}
