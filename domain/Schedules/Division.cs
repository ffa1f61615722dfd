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

    /// <summary>Returns how one of its pools is ranked: by the division's own choice, or by the usual rules of the format in which the pool is played.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <param name="formats">The formats in which matches of the pool are played, if not in the event's. A match that is a tie may have a format that its division hasn't.</param>
    public StandingsChoice StandingsIn(LiveEvent liveEvent, IEnumerable<FormatChoice> formats) =>
        Standings ?? StandingsChoice.For(formats.Select(format => format.Resolve()!).FirstOrDefault(format => format.Kind is FormatKind.Rubbers) ?? Format?.Resolve() ?? liveEvent.MatchFormat);

    /// <summary>Whether cards count for its pools. The usual rules of no format know them.</summary>
    internal bool CountsCards => Standings?.Resolve()!.Criteria.Contains(StandingCriterion.FairPlay) == true;
}
