using MediatR;

namespace LiveFeed.Domain.Brackets;

/// <summary>Makes a draw: adds its matches, and the teams and pools that it needs, to a division.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Draw">The draw.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record MakeDraw(Actor Actor, EventId EventId, NewDraw Draw, string? IdempotencyKey = null) : ICommand<DrawView>, IScheduleEdit;

internal sealed class MakeDrawHandler(ScheduleEditor editor, IScoreStore scores) : IRequestHandler<MakeDraw, Result<DrawView>>
{
    public async Task<Result<DrawView>> Handle(MakeDraw command, CancellationToken cancellationToken)
    {
        var archived = await scores.ListArchivedIdsAsync(command.EventId);
        PlannedDraw? drawn = null;
        return await editor.EditAsync(
            command,
            (stored, plan) =>
            {
                var places = stored.Pools.Values.Where(pool => pool.IsComplete).ToDictionary(pool => pool.Id, pool => pool.Places);
                var planned = DrawPlanner.Plan(plan, command.Draw, archived, places);
                drawn = planned.Value;
                return drawn is null ? planned.Error! : drawn.Schedule;
            },
            stored => drawn!.View(id => stored.Teams[id].ToView(), id => stored.View(stored.Matches[id])));
    }
}
