using System.Text.Json;
using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.Notifications;

/// <summary>Has users notified of something, if the running transaction commits.</summary>
internal sealed class Notifier(IFollowStore follows, IJobStore jobs, TimeProvider time) : IDomainService
{
    // A schedule may have thousands of matches, and move as a whole.
    private const int MaxMoved = 50;

    private readonly Dictionary<EventId, int> moved = [];

    /// <summary>Notifies those whom it concerns whether they follow something or not.</summary>
    public void Notify(NotificationCause cause)
    {
        var now = time.Now();
        jobs.Add(cause.ToJob($"{NotificationCause.JobKind}/{OrderedId.Create(now)}", now));
    }

    /// <summary>Notifies a user of a role that somebody else has given or taken.</summary>
    /// <param name="actor">Who has done so.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="userId">The user.</param>
    /// <param name="role">The role; null if there is none any more.</param>
    /// <param name="teamId">The team in which it is a role; null if that is the event.</param>
    public void NotifyOfRole(Actor actor, EventId eventId, UserId userId, Enum? role, int? teamId = null)
    {
        if (actor.UserId != userId)
            Notify(new NotificationCause(NotificationKinds.RoleChanged, eventId) { UserId = userId, Role = role is null ? null : JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), TeamId = teamId });
    }

    /// <summary>Notifies those who follow anything of an event.</summary>
    public async Task NotifyFollowersAsync(NotificationCause cause)
    {
        if (await follows.AnyAsync(cause.EventId))
            Notify(cause);
    }

    /// <summary>Notifies those who follow a match, or a team of it. Who follows what is changed by no command that shares a transaction, so it may be looked up in one.</summary>
    public async Task NotifyFollowersAsync(NotificationCause cause, EntrySubject match)
    {
        if (await follows.AnyAsync(cause.EventId, match.MatchId!.Value, match.Team1Id, match.Team2Id))
            Notify(cause with { MatchId = match.MatchId, Team1Id = match.Team1Id, Team2Id = match.Team2Id });
    }

    /// <summary>Notifies those who follow a match, or a team of it, that it is moved; if very many are moved at once, those who follow anything of the event, that its schedule has changed.</summary>
    public Task NotifyOfMoveAsync(EventId eventId, EntrySubject match)
    {
        var count = moved[eventId] = moved.GetValueOrDefault(eventId) + 1;
        var cause = new NotificationCause(NotificationKinds.Rescheduled, eventId);
        return count < MaxMoved ? NotifyFollowersAsync(cause, match) : count == MaxMoved ? NotifyFollowersAsync(cause) : Task.CompletedTask;
    }
}
