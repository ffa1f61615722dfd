using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.People;

/// <summary>Publishes anew what shows people's names, when an event publishes more or less of them than before.</summary>
internal sealed class PublicNamesChange(IScheduleStore schedules, IIncidentStore incidents, IJobStore jobs) : IDomainService
{
    /// <param name="liveEvent">The event, as it is now.</param>
    /// <param name="former">What it published before.</param>
    /// <param name="now">The current time.</param>
    public async Task PublishAsync(LiveEvent liveEvent, PublicNames former, DateTimeOffset now)
    {
        var stored = await schedules.LoadAsync(liveEvent.Id);
        foreach (var match in stored.Matches.Values.Where(match => match.Officials is not null).OrderBy(match => match.Id))
            match.Republish(now);
        foreach (var live in (await incidents.LiveMatchesAsync(liveEvent.Id)).Keys.Order())
        {
            foreach (var incident in (await incidents.ListAsync(liveEvent.Id, live)).Where(incident => (incident.Person ?? incident.Person2) is not null))
                incident.Publish(stored.Matches[live].Subject, now);
        }

        // The entries of before are still in the log, with the names. They can be removed only when those that replace them are there.
        if (liveEvent.PublicNames > former)
            jobs.Add(new Job { Id = $"{HiddenNames.JobKind}/{liveEvent.Id}/{Guid.CreateVersion7(now):N}", Kind = HiddenNames.JobKind, Payload = HiddenNames.PayloadOf(liveEvent.Id), CreatedAt = now, DueAt = now });
    }
}
