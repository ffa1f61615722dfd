namespace LiveFeed.Domain.Lineups;

/// <summary>Who plays for one side of a match.</summary>
public sealed class Lineup
{
    public required EventId EventId { get; init; }

    public required MatchId MatchId { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Side { get; init; }

    public EquatableList<LineupPlayer> Players { get; private set; } = [];

    public DateTimeOffset UpdatedAt { get; private set; }

    public UserId UpdatedBy { get; private set; }

    internal void Put(EquatableList<LineupPlayer> players, UserId by, DateTimeOffset now) => (Players, UpdatedAt, UpdatedBy) = (players, now, by);

    /// <summary>Takes over what another line-up has: the two teams have swapped their sides.</summary>
    internal void Take((EquatableList<LineupPlayer> Players, DateTimeOffset At, UserId By) other) => (Players, UpdatedAt, UpdatedBy) = other;

    /// <summary>A player has another name. The number is that of the match, and stays.</summary>
    internal void Rename(Player player) =>
        Players = [.. Players.Select(item => item.PlayerId == player.Id ? item with { Name = player.Name } : item)];

    public LineupView ToView() => new(MatchId, Side, Players, UpdatedAt);
}
