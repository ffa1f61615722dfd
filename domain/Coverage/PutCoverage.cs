using MediatR;

namespace LiveFeed.Domain.Coverage;

/// <summary>Stores the actor's own coverage plan; an empty one removes it.</summary>
/// <param name="Actor">The owner of the plan.</param>
/// <param name="EventId">The event.</param>
/// <param name="SelectedMatches">The matches.</param>
/// <param name="ExpectedTag">The tag of the plan that the change is based on; null for any.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record PutCoverage(
    Actor Actor, EventId EventId, IReadOnlyList<MatchId> SelectedMatches, IfMatch<string>? ExpectedTag = null, string? IdempotencyKey = null)
    : ICommand<CoverageView>, IIdempotent, IEventCommand, IValidatable
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Read;

    public Error? Validate() => SelectedMatches.Count <= CoveragePlan.MaxMatches
        ? null
        : Error.Invalid(ErrorCode.InvalidRequest, "selectedMatches", $"A plan has at most {CoveragePlan.MaxMatches} matches.");
}

internal sealed class PutCoverageHandler(EventAuthorization authorization, ICoverageStore store, TimeProvider time)
    : IRequestHandler<PutCoverage, Result<CoverageView>>
{
    public async Task<Result<CoverageView>> Handle(PutCoverage command, CancellationToken cancellationToken)
    {
        var readable = await authorization.AuthorizeReadOpenAsync(command.EventId, command.Actor);
        if (readable.Error is { } error)
            return error;
        if (command.ExpectedTag is { } expected && !expected.Allows((await store.ViewAsync(command.EventId, command.Actor.UserId)).Tag()))
            return new Error(ErrorCode.VersionMismatch, "The plan has changed since you read it. Read it again and repeat your change.");
        // Use the order of a later read, so that both responses, and their tags, are the same.
        var selected = command.SelectedMatches.Distinct().Order().ToList();
        var times = await store.TimesAsync(command.EventId, selected);
        var missing = selected.Where(id => !times.ContainsKey(id)).ToList();
        if (missing.Count > 0)
            return Error.Invalid(ErrorCode.MatchNotFound, "selectedMatches", $"The event has no match {string.Join(", ", missing.Take(10))}.");
        await store.ReplaceAsync(command.EventId, command.Actor.UserId, selected, time.Now());
        return new CoverageView(selected, CoveragePlan.Conflicts(times.Values.OfType<MatchTime>()));
    }
}
