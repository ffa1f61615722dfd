using MediatR;

namespace LiveFeed.Domain.Players;

/// <summary>Replaces all players of a team.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="TeamId">The team.</param>
/// <param name="Players">The players. One with the id of a player of the team changes that one; one without an id is new.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ItemVersion"/> of the list that it is based on; null for any.</param>
public sealed record PutPlayers(
    Actor Actor, EventId EventId, int TeamId, EquatableList<NewPlayer> Players, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null)
    : ICommand<PlayerList>, IScheduleEdit;

internal sealed class PutPlayersHandler(PlayerEditor editor) : IRequestHandler<PutPlayers, Result<PlayerList>>
{
    public Task<Result<PlayerList>> Handle(PutPlayers command, CancellationToken cancellationToken) => editor.EditAsync(
        command,
        command.TeamId,
        (ids, players) => command.ExpectedVersion.Validate(ToList(players)) is { } changed ? changed : Plan(command.Players, ids),
        ToList,
        isList: true);

    private static PlayerList ToList(IReadOnlyList<ScheduledPlayer> players) => new([.. players.OrderBy(player => player.Id).Select(player => player.ToView())]);

    private static List<ScheduledPlayer> Plan(IReadOnlyList<NewPlayer> players, IReadOnlyCollection<int> stored)
    {
        var ids = stored.Concat(players.Select(player => player.Id).OfType<int>()).ToHashSet();
        var planned = new List<ScheduledPlayer>(players.Count);
        foreach (var player in players)
        {
            var id = player.Id ?? NewIds.After(ids);
            ids.Add(id);
            planned.Add(player.ToPlan(id));
        }

        return planned;
    }
}
