namespace LiveFeed.Domain.Scores;

public interface IScoreStore
{
    Task<Score?> FindAsync(EventId eventId, MatchId matchId);

    /// <summary>Returns the scores of these matches; a match may have none.</summary>
    Task<IReadOnlyList<Score>> ListAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds);

    /// <summary>Returns all scores of an event.</summary>
    Task<IReadOnlyList<Score>> ListAsync(EventId eventId);

    /// <summary>Returns the archived scores of these matches; a match may have none.</summary>
    Task<IReadOnlyList<ArchivedScore>> ListArchivedAsync(EventId eventId, IReadOnlyCollection<MatchId> matchIds);

    /// <summary>Returns the ids of all matches that have an archived score.</summary>
    Task<IReadOnlyList<MatchId>> ListArchivedIdsAsync(EventId eventId);

    /// <summary>Returns the last revision of a score, archived or not.</summary>
    Task<ScoreRevision> LastRevisionAsync(EventId eventId, MatchId matchId);

    void Add(Score score);

    void Add(ScoreRevision revision);

    void Add(ScoreConflict conflict);

    void Add(ArchivedScore archived);

    void Remove(ArchivedScore archived);

    /// <summary>Removes revisions stored before a time that are not the newest of their match, at most a number of them. Returns how many.</summary>
    Task<int> RemoveOldRevisionsAsync(EventId eventId, DateTimeOffset before, int limit);
}
