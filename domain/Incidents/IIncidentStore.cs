namespace LiveFeed.Domain.Incidents;

/// <summary>Incidents and live matches, in the transaction of the command that uses them.</summary>
public interface IIncidentStore
{
    Task<Incident?> FindAsync(EventId eventId, string id);

    /// <summary>Returns the incidents of a match that stand, in their order.</summary>
    Task<IReadOnlyList<Incident>> ListAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns the incidents of these kinds of some matches that stand.</summary>
    Task<IReadOnlyList<Incident>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matches, IReadOnlyCollection<IncidentKind> kinds);

    /// <summary>Returns the matches of an event that have incidents, retracted ones too, as they were when this transaction first asked.</summary>
    Task<IReadOnlySet<MatchId>> MatchesAsync(EventId eventId);

    /// <summary>Returns the live matches of an event, as they were when this transaction first asked.</summary>
    Task<IReadOnlyDictionary<MatchId, LiveMatch>> LiveMatchesAsync(EventId eventId);

    Task<LiveMatch?> FindLiveAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns live matches of an event that have been over since before a time, at most a number of them.</summary>
    Task<IReadOnlyList<LiveMatch>> ListOverAsync(EventId eventId, DateTimeOffset before, int limit);

    /// <summary>Returns the incidents of an event that name players, retracted ones too.</summary>
    Task<IReadOnlyList<Incident>> ListWithPlayersAsync(EventId eventId);

    void Add(Incident incident);

    void Add(LiveMatch match);

    void Remove(LiveMatch match);
}
