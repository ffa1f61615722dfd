using MediatR;

namespace LiveFeed.Domain.Incidents;

/// <summary>
/// Keeps incidents with their match and with the sides that they are of: removed with the match, swapped with the sides, retracted if a side is given to another
/// team (as the score is emptied then), and shown to readers who get the match only now.
/// </summary>
internal sealed class IncidentsFollowMatch(IIncidentStore incidents, IFeedEntryCollector feed) : INotificationHandler<MatchPlanned>, INotificationHandler<MatchRemoved>
{
    public async Task Handle(MatchRemoved removed, CancellationToken cancellationToken)
    {
        var match = removed.Match;
        foreach (var incident in await ListAsync(match))
            feed.Add(IncidentChangedToFeed.Gone(incident, IncidentRemoval.MatchRemoved, match.Subject, removed.At));
    }

    public async Task Handle(MatchPlanned planned, CancellationToken cancellationToken)
    {
        var (match, former, now) = (planned.Match, planned.Former, planned.At);
        if (match.Subject == former)
            return;
        var change = former.ChangeTo(match.Subject);
        foreach (var incident in await ListAsync(match))
        {
            if (change == AffectedChange.Team)
            {
                incident.Retract(null, former, now);
                continue;
            }

            if (change == AffectedChange.Swapped)
                incident.SwapSides();
            if (former.HasMoreThan(match.Subject))
                feed.Add(IncidentChangedToFeed.Gone(incident, IncidentRemoval.MatchRemoved, former, now) with { MovedTo = match.Subject });
            if ((await incidents.LiveMatchesAsync(match.EventId)).ContainsKey(match.Id))
                incident.Publish(match.Subject, now);
        }
    }

    // A schedule has thousands of matches, and few of them have incidents.
    private async Task<IReadOnlyList<Incident>> ListAsync(Match match) =>
        (await incidents.MatchesAsync(match.EventId)).Contains(match.Id) ? await incidents.ListAsync(match.EventId, match.Id) : [];
}
