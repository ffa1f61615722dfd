using MediatR;

namespace LiveFeed.Domain.Players;

/// <summary>Adds a player to a team.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team.</param>
/// <param name="Player">The player.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record AddPlayer(Actor Actor, EventId EventId, int TeamId, NewPlayer Player, string? IdempotencyKey = null) : ICommand<PlayerView>, IScheduleEdit;

internal sealed class AddPlayerHandler(PlayerEditor editor) : IRequestHandler<AddPlayer, Result<PlayerView>>
{
    public Task<Result<PlayerView>> Handle(AddPlayer command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        command.TeamId,
        (ids, players) =>
        {
            var id = command.Player.Id ?? NewIds.After(ids);
            return ids.Contains(id) ? NewIds.Taken("player", id) : players.Append(command.Player.ToPlan(id)).ToList();
        },
        players => players[^1].ToView());
}
