using MediatR;

namespace LiveFeed.Domain.Feed;

/// <summary>Gives a topic that nothing was written to yet its feed, so that it can be read. Whoever sends it has checked that the reader may read the topic.</summary>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team whose room it is.</param>
public sealed record OpenTopic(EventId EventId, int TeamId) : ICommand<Done>, IEventCommand;

internal sealed class OpenTopicHandler(IScheduleStore schedules, ITopicStore topics) : IRequestHandler<OpenTopic, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenTopic command, CancellationToken cancellationToken)
    {
        if (await schedules.FindTeamAsync(command.EventId, command.TeamId) is null)
            return CommonErrors.TeamNotFound;
        await topics.OpenAsync(Topics.ForTeam(command.EventId, command.TeamId));
        return new Done();
    }
}
