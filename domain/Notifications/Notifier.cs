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

    /// <summary>Notifies those who follow anything of an event. An event that nobody follows costs nothing more than this look.</summary>
    public async Task NotifyFollowersAsync(NotificationCause cause)
    {
        if (await IsFollowedAsync(cause.EventId))
            Notify(cause);
    }

    /// <summary>Notifies those who follow a match, or a team of it. Who follows what is changed by no command that shares a transaction, so it may be looked up in one.</summary>
    public async Task NotifyFollowersAsync(NotificationCause cause, MatchId matchId, int? team1Id, int? team2Id)
    {
        if (await IsFollowedAsync(cause.EventId) && await follows.AnyAsync(cause.EventId, matchId, team1Id, team2Id))
            Notify(cause with { MatchId = matchId });
    }

    private async Task<bool> IsFollowedAsync(EventId eventId)
    {
        if (!followed.TryGetValue(eventId, out var any))
            followed[eventId] = any = await follows.AnyAsync(eventId);
        return any;
    }
}
