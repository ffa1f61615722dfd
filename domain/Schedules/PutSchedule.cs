using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Replaces the stored schedule by another one, all or nothing. Scores and claims of matches that stay are kept. What would take a score
/// away, or give it to other teams, is done only if that is wanted.
/// </summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Schedule">The new schedule.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="ExpectedVersion">The <see cref="ScheduleVersion"/> that the new schedule is based on; null for any.</param>
/// <param name="AffectScored">
/// Whether matches that have a score may be removed or get other teams. A removed match's score is archived and returns with the match;
/// swapped sides swap the sets; any other change of a team empties the score. Each is a revision.
/// </param>
public sealed record PutSchedule(
    Actor Actor, EventId EventId, Schedule Schedule, string? IdempotencyKey = null, IfMatch<string>? ExpectedVersion = null,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool AffectScored = false)
    : ICommand<ScheduleSummary>, IIdempotent, IEventCommand, IValidatable
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;

    public Error? Validate() => Schedule.Validate();
}

internal sealed class PutScheduleHandler(EventAuthorization authorization, IScheduleStore store, ScoresInPlan scores, TimeProvider time)
    : IRequestHandler<PutSchedule, Result<ScheduleSummary>>
{
    public async Task<Result<ScheduleSummary>> Handle(PutSchedule command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        var stored = await store.LoadAsync(command.EventId);
        var plan = stored.ToPlan();
        if (command.ExpectedVersion?.Allows(ScheduleVersion.Of(plan)) == false)
            return new Error(ErrorCode.VersionMismatch, "The schedule has changed since you read it. Read it again, or preview yours again, and repeat your change.");
        var namesBefore = stored.Names();
        var before = stored.Matches.Values.ToDictionary(match => match.Id, match => (Plan: match.ToPlan(), View: stored.View(match), match.Subject));
        var (eventId, schedule, now) = (command.EventId, command.Schedule.Cleaned(), time.Now());
        var affected = await scores.FindAffectedAsync(eventId, plan, schedule);
        if (!command.AffectScored && affected.Any(one => !one.Score.IsEmpty))
            return Affects([.. affected.Where(one => !one.Score.IsEmpty).Select(one => one.Match)]);
        scores.Archive(affected, stored, now);

        Replace(stored.Divisions, schedule.Divisions, plan => plan.Id,
            plan => new Division { EventId = eventId, Id = plan.Id, Name = plan.Name }, (division, plan) => division.Name = plan.Name);
        Replace(stored.Courts, schedule.Courts, plan => plan.Id,
            plan => new Court { EventId = eventId, Id = plan.Id, Name = plan.Name }, (court, plan) => court.Name = plan.Name);
        Replace(stored.Teams, schedule.Teams, plan => plan.Id,
            plan => new Team { EventId = eventId, Id = plan.Id, Name = plan.Name, DivisionId = plan.DivisionId },
            (team, plan) => (team.Name, team.DivisionId) = (plan.Name, plan.DivisionId));
        var removed = Replace(stored.Matches, schedule.Matches, plan => plan.Id,
            plan => Match.Create(eventId, plan, now), (match, plan) => match.Plan(plan, now), match => match.Remove(now));

        var (added, changed) = (0, 0);
        foreach (var match in schedule.Matches.Select(plan => stored.Matches[plan.Id]))
        {
            if (!before.TryGetValue(match.Id, out var known))
            {
                added++;
            }
            else if (stored.View(match) != known.View)
            {
                changed++;
                if (match.ToPlan() == known.Plan)
                    match.Republish(now);
            }
        }

        var matches = schedule.Matches.Select(one => stored.Matches[one.Id]).ToList();
        var moved = matches.Where(match => before.TryGetValue(match.Id, out var known) && known.Subject != match.Subject).Select(match => match.Id).ToList();
        await scores.FollowAsync(liveEvent, affected, moved, stored, command.Actor, now);
        await scores.RestoreAsync(
            liveEvent, [.. matches.Where(match => !before.ContainsKey(match.Id)).Select(match => (match, stored.View(match)))], command.Actor, now);

        // A change that no match shows (such as a new team without matches) has no entry of its own. Yet readers must learn of it.
        if (added + changed + removed == 0 && !stored.Names().SequenceEqual(namesBefore))
            liveEvent.Republish(now);
        return new ScheduleSummary(
            schedule.Divisions.Count, schedule.Courts.Count, schedule.Teams.Count, schedule.Matches.Count, added, changed, removed);
    }

    private static Error Affects(IReadOnlyList<AffectedMatch> affected) => new(
        ErrorCode.ScoredMatchesAffected,
        $"The schedule is not stored, because it affects matches that have a score: {affected.Count(match => match.Change == AffectedChange.Removed)} would be removed, {affected.Count(match => match.Change != AffectedChange.Removed)} would get other teams. If that is right, send it again with ?affectScored=true: removed scores are archived and return with their match, swapped sides swap the sets, other teams begin without a score.",
        Extensions: new Dictionary<string, object?> { ["affected"] = affected });

    /// <summary>Makes the stored items equal to the plan: removes, then changes and creates. Returns how many were removed.</summary>
    private int Replace<TItem, TPlan, TId>(
        Dictionary<TId, TItem> stored, IReadOnlyList<TPlan> plans, Func<TPlan, TId> idOf, Func<TPlan, TItem> create, Action<TItem, TPlan> change, Action<TItem>? remove = null)
        where TItem : class
        where TId : notnull
    {
        var planned = plans.Select(idOf).ToHashSet();
        var removed = stored.Where(pair => !planned.Contains(pair.Key)).ToList();
        foreach (var (id, item) in removed)
        {
            remove?.Invoke(item);
            store.Remove(item);
            stored.Remove(id);
        }

        foreach (var plan in plans)
        {
            if (stored.TryGetValue(idOf(plan), out var item))
            {
                change(item, plan);
            }
            else
            {
                item = create(plan);
                store.Add(item);
                stored.Add(idOf(plan), item);
            }
        }

        return removed.Count;
    }
}
