using MediatR;

namespace LiveFeed.Domain.Coverage;

/// <summary>Puts the actor's own coverage plan; an empty one removes it.</summary>
public sealed record PutCoverage(Actor Actor, string EventId, IReadOnlyList<int> SelectedMatches, string? IdempotencyKey = null)
    : ICommand<CoverageView>, IIdempotent, IValidatable
{
    public Error? Validate() => SelectedMatches.Count <= CoveragePlan.MaxMatches
        ? null
        : Error.Invalid(ErrorCode.InvalidRequest, "selectedMatches", $"A plan has at most {CoveragePlan.MaxMatches} matches.");
}

internal sealed class PutCoverageHandler(Guard guard, ICoverageStore store, TimeProvider time)
    : IRequestHandler<PutCoverage, Result<CoverageView>>
{
    public async Task<Result<CoverageView>> Handle(PutCoverage command, CancellationToken cancellationToken)
    {
        var readable = await guard.ReadOpenAsync(command.EventId, command.Actor, cancellationToken);
        if (readable.Error is { } error)
            return error;
        var selected = command.SelectedMatches.Distinct().ToList();
        var times = await store.TimesAsync(command.EventId, selected, cancellationToken);
        var missing = selected.Where(id => !times.ContainsKey(id)).ToList();
        if (missing.Count > 0)
            return Error.Invalid(ErrorCode.MatchNotFound, "selectedMatches", $"The event has no match {string.Join(", ", missing.Take(10))}.");
        await store.ReplaceAsync(command.EventId, command.Actor.UserId, selected, time.Now(), cancellationToken);
        return new CoverageView(selected, CoveragePlan.Conflicts(times.Values.OfType<MatchTime>()));
    }
}

internal static class CoverageStores
{
    public static async Task ReplaceAsync(
        this ICoverageStore store, string eventId, string userId, IReadOnlyList<int> selected, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(eventId, userId, cancellationToken);
        foreach (var item in stored)
        {
            if (selected.Contains(item.MatchId))
                item.UpdatedAt = at;
            else
                store.Remove(item);
        }

        foreach (var id in selected.Except(stored.Select(item => item.MatchId)))
            store.Add(new CoverageItem { EventId = eventId, UserId = userId, MatchId = id, UpdatedAt = at });
    }
}
