using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;

namespace LiveFeed.Domain.ImportExport;

/// <summary>
/// Imports what a client kept locally. The latest timestamp wins, the server wins ties, and every conflict is reported. A long import is
/// stored in several transactions, between which others write. If one fails, those before it stay; the same import under the same key goes on there.
/// </summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Scores">Scores; null for one that was found impossible before.</param>
/// <param name="Claims">Claims.</param>
/// <param name="CoveragePlans">Coverage plans.</param>
/// <param name="Refused">What was found impossible before, to be reported with the rest.</param>
/// <param name="IdempotencyKey">Makes a repeat harmless.</param>
public sealed record Import(
    Actor Actor, EventId EventId, IReadOnlyList<ImportedScore?> Scores, IReadOnlyList<ImportedClaim> Claims,
    IReadOnlyList<ImportedPlan> CoveragePlans, IReadOnlyList<ImportConflict> Refused, string? IdempotencyKey = null)
    : IRequest<Result<ImportReport>>;

internal sealed class ImportHandler(IMediator mediator, ImportPolicy policy) : IRequestHandler<Import, Result<ImportReport>>
{
    public async Task<Result<ImportReport>> Handle(Import import, CancellationToken cancellationToken)
    {
        if (Validate(import) is { } invalid)
            return invalid;
        var parts = ImportPart.Cut(import, policy.ItemsPerTransaction);
        var whole = parts.Count > 1 && import.IdempotencyKey is not null ? Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(import))) : null;
        var (counts, conflicts, isReplay) = (new ImportCounts(0, 0, 0), new List<ImportConflict>(), true);
        foreach (var (number, part) in parts.Index())
        {
            var result = await mediator.SendAsync(Command(import, part, number, whole));
            if (result.Error is { } error)
                return number == 0 ? error : StoppedAt(error, number, parts.Count);
            var report = result.Value!;
            counts += report.Applied;
            conflicts.AddRange(report.Conflicts.Select(conflict => conflict with { Index = conflict.Index + part.Offset(conflict.Kind) }));
            isReplay &= result.Replayed;
        }

        Result<ImportReport> success = new ImportReport(counts, conflicts);
        return isReplay ? success.AsReplay() : success;
    }

    private static ImportData Command(Import import, ImportPart part, int number, string? whole) => new(
        import.Actor, import.EventId, [.. import.Scores.Take(part.Scores)], [.. import.Claims.Take(part.Claims)], [.. import.CoveragePlans.Take(part.CoveragePlans)],
        number == 0 ? import.Refused : [], number == 0 ? import.IdempotencyKey : KeyOf(import.IdempotencyKey, number), whole);

    // A key that a client makes has no space.
    private static string? KeyOf(string? key, int number) =>
        key is null ? null : FormattableString.Invariant($"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))} {number}");

    private static Error StoppedAt(Error error, int number, int count) => error with
    {
        Detail = FormattableString.Invariant($"{error.Detail} {number} of the import's {count} parts are stored already. Send the same import again, with the same Idempotency-Key, for the rest."),
    };

    private Error? Validate(Import import)
    {
        return import.Scores.Count > policy.MaxItems ? TooMany("scores")
            : import.Claims.Count > policy.MaxItems ? TooMany("claims")
            : import.CoveragePlans.Count > policy.MaxItems ? TooMany("coveragePlans")
            : import.CoveragePlans.Sum(plan => (long)plan.SelectedMatches.Count) > policy.MaxPlannedMatches
                ? Invalid("coveragePlans", FormattableString.Invariant($"The plans of an import have at most {policy.MaxPlannedMatches} matches together. Send the rest in another one."))
            : null;

        Error TooMany(string field) => Invalid(field, FormattableString.Invariant($"An import takes at most {policy.MaxItems} {field}. Send the rest in another one."));
        static Error Invalid(string field, string text) => Error.Invalid(ErrorCode.InvalidRequest, field, text);
    }
}
