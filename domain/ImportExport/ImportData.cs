using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.ImportExport;

/// <summary>Imports a part of what a client kept locally, in one transaction. <see cref="Import"/> is the whole.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Scores">Scores; null for one that was found impossible before.</param>
/// <param name="Claims">Claims.</param>
/// <param name="CoveragePlans">Coverage plans.</param>
/// <param name="Refused">What was found impossible before, to be reported with the rest.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
/// <param name="Whole">SHA-256 of the whole import if it has several parts, so that a key is not used for another whole with an equal part.</param>
public sealed record ImportData(
    Actor Actor, EventId EventId, IReadOnlyList<ImportedScore?> Scores, IReadOnlyList<ImportedClaim> Claims,
    IReadOnlyList<ImportedPlan> CoveragePlans, IReadOnlyList<ImportConflict> Refused, string? IdempotencyKey = null,
    // Not in the idempotency hash unless it is set: earlier versions stored hashes without it.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Whole = null)
    : ICommand<ImportReport>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}

internal sealed class ImportDataHandler(
    EventAuthorization authorization, IMatchStore matches, ScoreImport scores, ClaimImport claims, CoverageImport coverage, TimeProvider time)
    : IRequestHandler<ImportData, Result<ImportReport>>
{
    public async Task<Result<ImportReport>> Handle(ImportData command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Value is not { } liveEvent)
            return managed.Error!;
        var now = time.Now();
        var conflicts = new List<ImportConflict>(command.Refused);
        var (appliedScores, appliedClaims, appliedPlans) = (0, 0, 0);

        foreach (var (index, given) in command.Scores.Index())
        {
            if (given is not { } score)
                continue;
            var match = await matches.FindAsync(command.EventId, score.MatchId);
            var conflict = match is null
                ? NoMatch("score", score.MatchId)
                : await scores.ApplyAsync(liveEvent, match, score, command.Actor, now);
            Count(conflict, index, ref appliedScores);
        }

        foreach (var (index, claim) in command.Claims.Index())
        {
            var match = await matches.FindAsync(command.EventId, claim.MatchId);
            var conflict = match is null
                ? NoMatch("claim", claim.MatchId)
                : await claims.ApplyAsync(match, claim, now);
            Count(conflict, index, ref appliedClaims);
        }

        foreach (var (index, plan) in command.CoveragePlans.Index())
            Count(await coverage.ApplyAsync(command.EventId, plan, command.Actor, now), index, ref appliedPlans);
        return new ImportReport(new ImportCounts(appliedScores, appliedClaims, appliedPlans), conflicts);

        void Count(ImportConflict? conflict, int index, ref int applied)
        {
            if (conflict is null)
                applied++;
            else
                conflicts.Add(conflict with { Index = index });
        }
    }

    private static ImportConflict NoMatch(string kind, MatchId matchId) =>
        new(kind, matchId, "match_not_found", "The event has no match with this id.");
}
