using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Lineups;

/// <summary>Somebody in a line-up, as a client gives it.</summary>
/// <param name="Person">The id of a player of the team, or a text of up to 80 characters.</param>
/// <param name="Number">The number in this match, up to 4 characters; the player's own if left out.</param>
/// <param name="Starts">Whether the person starts the match, and isn't on the bench.</param>
/// <param name="Roles">What the person is beside a player.</param>
public sealed record LineupEntry(PersonReference Person, string? Number = null, bool Starts = true, EquatableList<LineupRole>? Roles = null);

/// <summary>Somebody in a line-up, as clients see it.</summary>
/// <param name="Starts">Whether the person starts the match, and isn't on the bench.</param>
/// <param name="PlayerId">The player's id, if it is a player of the team.</param>
/// <param name="Name">The name, as far as it is published.</param>
/// <param name="Number">The number in this match.</param>
/// <param name="Roles">What the person is beside a player.</param>
public sealed record LineupPlayer(
    bool Starts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PlayerId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EquatableList<LineupRole>? Roles = null);
