namespace LiveFeed.Domain.Schedules;

public sealed class Division
{
    public required EventId EventId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>How its matches are played; null for the event's format.</summary>
    public FormatChoice? Format { get; set; }

    /// <summary>How its pools are ranked; null for the sport's usual rules.</summary>
    public StandingsChoice? Standings { get; set; }

    /// <summary>Returns how its pools are ranked: by its own choice, or by the usual rules of the format in which its matches are played.</summary>
    public StandingsChoice StandingsIn(LiveEvent liveEvent) => Standings ?? StandingsChoice.For(Format?.Resolve() ?? liveEvent.MatchFormat);
}
