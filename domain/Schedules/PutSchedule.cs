using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Replaces the stored schedule by another one, or merges another one into it, all or nothing. Scores and claims of matches that stay are
/// kept. What would take a score away, or give it to other teams, is done only if that is wanted.
/// </summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Schedule">The new schedule. What its matches leave out stays as it is.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ScheduleVersion"/> that the new schedule is based on; null for any.</param>
/// <param name="AffectScored">
/// Whether matches that have a score may be removed or get other teams. A removed match's score is archived and returns with the match;
/// swapped sides swap the sets; any other change of a team empties the score. Each is a revision.
/// </param>
/// <param name="Mode">Whether what the new schedule doesn't have is removed.</param>
public sealed record PutSchedule(
    Actor Actor, EventId EventId, Schedule Schedule, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null,
    // Not in the idempotency hash unless they are set: earlier versions stored hashes without them.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool AffectScored = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ScheduleMode Mode = ScheduleMode.Replace)
    : ICommand<ScheduleSummary>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

internal sealed class PutScheduleHandler(
    EventAuthorization authorization, IScheduleStore store, IPlayerStore players, ScheduleWriter writer, PlayerWriter playerWriter, SchedulePolicy policy, TimeProvider time)
    : IRequestHandler<PutSchedule, Result<ScheduleSummary>>
{
    public async Task<Result<ScheduleSummary>> Handle(PutSchedule command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        var stored = await store.LoadAsync(command.EventId);
        var storedPlayers = await players.ListAsync(command.EventId);
        var before = stored.ToPlan().With(storedPlayers);
        if (command.ExpectedVersion?.Allows(ScheduleVersion.Of(before)) == false)
            return new Error(ErrorCode.VersionMismatch, "The schedule has changed since you read it. Read it again, or preview yours again, and repeat your change.");
        // What the upload leaves out comes from the stored schedule. Only then can the whole be checked.
        var plan = command.Schedule.AppliedTo(before, command.Mode);
        if (plan.Validate() is { } invalid)
            return invalid;
        plan = PoolsAndSources.Complete(plan.Cleaned());
        // Before the teams: a player may leave a team that is removed.
        var playersChanged = await playerWriter.StoreAsync(command.EventId, storedPlayers, plan.Teams, time.Now());
        var written = await writer.StoreAsync(liveEvent, stored, plan, command.AffectScored, command.Actor, time.Now());
        if (written.Value is not { } summary)
            return written;
        // As with teams that no match shows.
        if (playersChanged)
            liveEvent.Republish(time.Now());
        var clashes = ScheduleClashes.Find(plan, policy);
        return summary with { Version = ScheduleVersion.Of(plan), Warnings = [.. clashes.Take(ScheduleClashes.MaxWarnings)], WarningCount = clashes.Count };
    }
}
