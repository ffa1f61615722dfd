using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Players;

/// <summary>A player of a team, as a schedule has it.</summary>
/// <param name="Id">Any 32-bit integer, unique within the event.</param>
/// <param name="Name">The name; up to 80 characters.</param>
/// <param name="Number">The number on the shirt, up to 4 characters; unique within the team. A text, because 00 and 0 are two numbers.</param>
/// <param name="UserId">The player's account, if there is one.</param>
public sealed record ScheduledPlayer(
    int Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserId? UserId = null)
{
    public PlayerView ToView() => new(Id, Name, Number, UserId);

    /// <summary>Returns the player with texts that can be shown.</summary>
    public ScheduledPlayer Cleaned() => this with { Name = DisplayText.Clean(Name), Number = Number is null ? null : DisplayText.Clean(Number) };
}
