using MediatR;

namespace LiveFeed.Domain.Players;

/// <summary>Removes a player. Incidents that name the player keep the name.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The player's team.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record RemovePlayer(Actor Actor, EventId EventId, int TeamId, int PlayerId, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<Done>, IScheduleEdit;

internal sealed class RemovePlayerHandler(PlayerEditor editor) : IRequestHandler<RemovePlayer, Result<Done>>
{
    public Task<Result<Done>> Handle(RemovePlayer command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        command.TeamId,
        (_, players) =>
            players.FirstOrDefault(player => player.Id == command.PlayerId) is not { } player ? CommonErrors.PlayerNotFound
            : command.ExpectedVersion.Validate(player.ToView()) is { } changed ? changed
            : players.Where(other => other.Id != player.Id).ToList(),
        _ => default(Done));
}
