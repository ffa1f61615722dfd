namespace LiveFeed.Domain.Players;

/// <summary>Somebody who plays for a team.</summary>
public sealed class Player
{
    public required EventId EventId { get; init; }

    /// <summary>Any 32-bit integer, unique within the event.</summary>
    public required int Id { get; init; }

    public required int TeamId { get; set; }

    public required string Name { get; set; }

    /// <summary>The number on the shirt. A text: 00 and 0 are two numbers in basketball.</summary>
    public string? Number { get; set; }

    /// <summary>The player's account, if there is one.</summary>
    public UserId? UserId { get; set; }

    public ScheduledPlayer ToPlan() => new(Id, Name, Number, UserId);

    public PlayerView ToView() => ToPlan().ToView();
}
