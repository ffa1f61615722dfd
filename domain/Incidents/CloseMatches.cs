using MediatR;

namespace LiveFeed.Domain.Incidents;

/// <summary>
/// Takes the incidents and statistics of matches that have been over for a while out of an event's state, a limited number of matches at a time. Returns how many. The
/// incidents stay stored, and their entries stay in the log.
/// </summary>
public sealed record CloseMatches(EventId EventId) : ICommand<ClosedMatches>, IEventCommand;

/// <summary>How many matches were closed.</summary>
public sealed record ClosedMatches(int Count);

internal sealed class CloseMatchesHandler(IIncidentStore incidents, IMatchStore matches, IFeedEntryCollector feed, IncidentPolicy policy, TimeProvider time)
    : IRequestHandler<CloseMatches, Result<ClosedMatches>>
{
    private const int AtOnce = 20;

    public async Task<Result<ClosedMatches>> Handle(CloseMatches command, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var over = await incidents.ListOverAsync(command.EventId, now - policy.LiveAfterEnd, AtOnce);
        foreach (var live in over)
        {
            var match = await matches.FindAsync(live.EventId, live.MatchId);
            foreach (var incident in await incidents.ListAsync(live.EventId, live.MatchId))
                incident.Drop(IncidentRemoval.MatchOver, match!.Subject, now);
            if (live.HasStatistics)
                feed.Add(StatisticsEntry.Gone(match!, match!.Subject, now));
            incidents.Remove(live);
        }

        return new ClosedMatches(over.Count);
    }
}
