using LiveFeed.Domain.Jobs;
using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.Privacy;

/// <summary>
/// Erases an account, unless its password was replaced since it was compared. From the commit on nobody is signed in with it or has a role by it; a job then takes the
/// user's messages and name out of the feeds (<see cref="ErasedUser"/>).
/// </summary>
/// <param name="UserId">The user.</param>
/// <param name="ComparedHash">The hash that the password was compared with.</param>
/// <param name="EventIds">The events that are locked for it.</param>
/// <param name="UserIds">The users that are locked for it.</param>
public sealed record EraseUser(UserId UserId, string ComparedHash, IReadOnlyCollection<EventId> EventIds, IReadOnlyCollection<UserId> UserIds)
    : ICommand<ErasureAttempt>, IWideCommand;

/// <param name="IsDone">Whether the account is erased. Otherwise nothing was changed: more has to be locked.</param>
public sealed record ErasureAttempt(bool IsDone);

internal sealed class EraseUserHandler(IUserStore users, IErasureStore store, EventEraser eraser, SessionEnder sessions, ITopicStore topics, IJobStore jobs, TimeProvider time)
    : IRequestHandler<EraseUser, Result<ErasureAttempt>>
{
    public static readonly Error WrongPassword = new(ErrorCode.InvalidCredentials, "This is not your password.");

    private static readonly Error LastAdministrator =
        new(ErrorCode.LastAdministrator, "This server needs an administrator, and you are the only one. Nothing was erased.");

    public async Task<Result<ErasureAttempt>> Handle(EraseUser command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId) is not { } user)
            return CommonErrors.UserNotFound;
        if (user.PasswordHash != command.ComparedHash)
            return WrongPassword;
        var reach = await store.ReadReachAsync(user);
        if (!reach.IsWithin(command))
            return new ErasureAttempt(false);
        if (user.Role == GlobalRole.Admin && reach.UserIds.Count == 1)
            return LastAdministrator;
        if (await store.ListSolelyOrganizedAsync(user.Id) is { Count: > 0 } soleEvents)
            return LastOrganizer(soleEvents);

        var now = time.Now();
        // First, so that scorer links and invitations of the user no longer let anybody in.
        user.Erase();
        await sessions.EndAllAsync([user.Id]);
        await store.RemoveOwnAsync(user.Id);
        await topics.RemoveAsync(Topics.ForUser(user.Id));
        foreach (var eventId in reach.EventIds)
            await eraser.EraseAsync(eventId, user.Id);
        jobs.Add(ErasedUser.JobOf(user.Id, now));
        return new ErasureAttempt(true);
    }

    private static Error LastOrganizer(IReadOnlyList<SoleEvent> events) => new(
        ErrorCode.LastOrganizer,
        $"You are the only organizer of {string.Join(", ", events.Select(one => one.Name))}. Make somebody else organizer first, or archive or delete the event. Nothing was erased.",
        Extensions: new Dictionary<string, object?> { ["events"] = events });
}
