using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Players;

/// <summary>A new player.</summary>
/// <param name="Name">The name; up to 80 characters.</param>
/// <param name="Number">The number on the shirt, up to 4 characters; unique within the team.</param>
/// <param name="UserId">The player's account, if there is one.</param>
/// <param name="Id">Any 32-bit integer that no player of the event has; the server makes one if it is left out.</param>
public sealed record NewPlayer(string Name, string? Number = null, UserId? UserId = null, int? Id = null)
{
    internal ScheduledPlayer ToPlan(int id) => new(id, Name, Number, UserId);
}

/// <summary>Changes to a player. What is left out stays as it is, and null clears it.</summary>
/// <param name="Name">The name. It can't be cleared.</param>
/// <param name="Number">The number on the shirt.</param>
/// <param name="UserId">The player's account.</param>
public sealed record PlayerChange(
    string? Name = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Number = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<UserId?> UserId = default)
{
    internal ScheduledPlayer ApplyTo(ScheduledPlayer player) =>
        player with { Name = Name ?? player.Name, Number = Number.Or(player.Number).Value, UserId = UserId.Or(player.UserId).Value };
}
