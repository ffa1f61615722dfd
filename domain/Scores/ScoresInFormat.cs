namespace LiveFeed.Domain.Scores;

/// <summary>Judges stored scores anew when the format changes in which their matches are played.</summary>
internal sealed class ScoresInFormat(IScoreStore scores, IMatchStore matches) : IDomainService
{
    /// <summary>
    /// Judges the scores of an event that gets another format, as far as their matches are played in the event's. Publishes those of which it says
    /// something else now, each as a revision.
    /// </summary>
    /// <returns>An error, if a score can't be in the new format. Nothing may be committed then.</returns>
    public async Task<Error?> JudgeAnewAsync(LiveEvent liveEvent, MatchFormat format, Actor actor, DateTimeOffset now)
    {
        var stored = await scores.ListAsync(liveEvent.Id);
        var ofEvent = (await matches.ListAsync(liveEvent.Id, [.. stored.Select(score => score.MatchId)])).Where(match => match.PlayedIn is null).ToDictionary(match => match.Id);
        return JudgeAnew(stored.Where(score => ofEvent.ContainsKey(score.MatchId)), ofEvent, _ => format, actor, now);
    }

    /// <summary>The same for matches that are played in another format now.</summary>
    public async Task<Error?> JudgeAnewAsync(LiveEvent liveEvent, IReadOnlyList<Match> changed, Actor actor, DateTimeOffset now) => changed.Count == 0
        ? null
        : JudgeAnew(
            await scores.ListAsync(liveEvent.Id, [.. changed.Select(match => match.Id)]), changed.ToDictionary(match => match.Id), match => match.FormatIn(liveEvent), actor, now);

    private Error? JudgeAnew(
        IEnumerable<Score> stored, Dictionary<MatchId, Match> ofScores, Func<Match, MatchFormat> formatOf, Actor actor, DateTimeOffset now)
    {
        var judged = stored.Select(score => (Score: score, Match: ofScores[score.MatchId], Assessment: formatOf(ofScores[score.MatchId]).Assess(ofScores[score.MatchId], score.State))).ToList();
        if (judged.Where(one => !one.Assessment.IsPossible).Select(one => new AffectedByFormat(one.Match.Id, one.Assessment.Violations[0].Message)).ToList() is { Count: > 0 } impossible)
            return AffectedByFormat.Contradiction(impossible);

        foreach (var (score, match, assessment) in judged.Where(one => one.Score.DiffersFrom(one.Assessment)))
        {
            var update = new ScoreUpdate(score.State, score.Effective(null, TimeSpan.Zero, now), actor.UserId, null);
            scores.Add(score.Update(update, assessment, match.Subject, now));
        }

        return null;
    }
}
