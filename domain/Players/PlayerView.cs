using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Players;

/// <summary>A player, as clients see it.</summary>
/// <param name="Id">Any 32-bit integer, unique within the event.</param>
/// <param name="Name">The name, as far as it is published.</param>
/// <param name="Number">The number on the shirt.</param>
/// <param name="UserId">The player's account, if there is one, and names are published in full.</param>
public sealed record PlayerView(
    int Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserId? UserId = null);
