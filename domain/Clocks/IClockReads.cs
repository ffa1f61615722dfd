namespace LiveFeed.Domain.Clocks;

/// <summary>Reads of clocks.</summary>
public interface IClockReads
{
    Task<ClockView?> FindAsync(EventId eventId, MatchId matchId, CancellationToken cancellationToken);
}
