using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Events;

/// <summary>Changes an event's details.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Change">The changes.</param>
/// <param name="ExpectedVersion">The version that the change is based on; null for any.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record ChangeEvent(Actor Actor, EventId EventId, EventChange Change, IfMatch<int>? ExpectedVersion, string? IdempotencyKey = null)
    : ICommand<EventView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

/// <summary>Changes to an event's details; a member that is null stays as it is.</summary>
public sealed record EventChange(
    string? Name, string? Sport, int? BestOf, Visibility? Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, bool? Archived,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TimeZone = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FormatChoice? Format = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PublicNames? PublicNames = null)
{
    public EventDetails ApplyTo(EventDetails stored) => new(
        Name ?? stored.Name,
        Sport ?? stored.Sport,
        // If the sport changes, the format is the new sport's default. A new format says how many sets there are, and a new number of sets replaces the format.
        BestOf ?? (Format is null && KeepsSport(stored) ? stored.BestOf : null),
        Visibility ?? stored.Visibility,
        StartsAt?.ToMilliseconds() ?? stored.StartsAt,
        EndsAt?.ToMilliseconds() ?? stored.EndsAt,
        Archived ?? stored.Archived,
        TimeZone ?? stored.TimeZone,
        Format ?? (BestOf is null && KeepsSport(stored) ? stored.Format : null),
        PublicNames ?? stored.PublicNames);

    private bool KeepsSport(EventDetails stored) => Sport is null || Sport == stored.Sport;
}

internal sealed class ChangeEventHandler(
    EventAuthorization authorization, ScoresInFormat scores, PublicNamesChange names, IDerivedWork derived, TimeProvider time) : IRequestHandler<ChangeEvent, Result<EventView>>
{
    public async Task<Result<EventView>> Handle(ChangeEvent command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Value is not { } found)
            return managed.Error!;
        if (command.ExpectedVersion?.Allows(found.Version) == false)
            return new Error(ErrorCode.VersionMismatch, "The event has changed since you read it. Read it again and repeat your change.");
        var details = command.Change.ApplyTo(found.Details);
        if (details.Validate() is { } error)
            return error;
        var now = time.Now();
        if (details.MatchFormat! != found.MatchFormat)
        {
            if (await scores.JudgeAnewAsync(found, details.MatchFormat!, command.Actor, now) is { } contradiction)
                return contradiction;
            // The usual rules of standings are those of the format.
            derived.Add(found.Id, new DerivedChange());
        }

        var publishedNames = found.PublicNames;
        found.Change(details, now);
        if (found.PublicNames != publishedNames)
            await names.PublishAsync(found, publishedNames, now);
        return found.ToView();
    }
}
