using System.Text.Json;
using LiveFeed.Domain.Follows;
using LiveFeed.Domain.Jobs;

namespace LiveFeed.Domain.Notifications;

/// <summary>Has users notified of something, if the running transaction commits.</summary>
internal sealed class Notifier(IFollowStore follows, IJobStore jobs, TimeProvider time) : IDomainService
{
    private readonly Dictionary<EventId, bool> followed = [];

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

    /// <summary>Notifies those who follow what it is about. An event that nobody follows costs nothing more than this look.</summary>
    public async Task NotifyFollowersAsync(NotificationCause cause)
    {
        if (!followed.TryGetValue(cause.EventId, out var any))
            followed[cause.EventId] = any = await follows.AnyAsync(cause.EventId);
        if (any)
            Notify(cause);
    }
}
