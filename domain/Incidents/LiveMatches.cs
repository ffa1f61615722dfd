namespace LiveFeed.Domain.Incidents;

/// <summary>Makes a match live when something happens in it.</summary>
internal sealed class LiveMatches(IIncidentStore incidents, IScoreStore scores, IncidentPolicy policy) : IDomainService
{
    /// <summary>
    /// Makes the match live, unless it is. If it was before, and is in play again, its earlier incidents become part of the state again.
    /// </summary>
    public async Task<LiveMatch> EnterAsync(Match match, DateTimeOffset now)
    {
        if (await incidents.FindLiveAsync(match.EventId, match.Id) is { } known)
            return known;
        var live = new LiveMatch { EventId = match.EventId, MatchId = match.Id, Since = now };
        incidents.Add(live);
        if (await IsOverAsync(match, now))
            return live;
        foreach (var earlier in await incidents.ListAsync(match.EventId, match.Id))
            earlier.Publish(match.Subject, now);
        return live;
    }

    /// <summary>Returns whether the match has been over for so long that its incidents are no part of the state.</summary>
    public async Task<bool> IsOverAsync(Match match, DateTimeOffset now) =>
        await scores.FindAsync(match.EventId, match.Id) is { } score && score.Status.IsOver() && score.RecordedAt < now - policy.LiveAfterEnd;
}
