using MediatR;

namespace LiveFeed.Domain.Players;

/// <summary>Changes a player. Incidents that name the player follow.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The player's team.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Change">The changes.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> that it is based on; null for any.</param>
public sealed record ChangePlayer(
    Actor Actor, EventId EventId, int TeamId, int PlayerId, PlayerChange Change, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<PlayerView>, IScheduleEdit;

internal sealed class ChangePlayerHandler(PlayerEditor editor) : IRequestHandler<ChangePlayer, Result<PlayerView>>
{
    public Task<Result<PlayerView>> Handle(ChangePlayer command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        command.TeamId,
        (_, players) =>
            players.FirstOrDefault(player => player.Id == command.PlayerId) is not { } player ? CommonErrors.PlayerNotFound
            : command.ExpectedVersion.Validate(player.ToView()) is { } changed ? changed
            : players.Where(other => other.Id != player.Id).Append(command.Change.ApplyTo(player)).ToList(),
        players => players[^1].ToView());
}
