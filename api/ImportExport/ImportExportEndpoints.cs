using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Schedules;
using LiveFeed.Domain.ImportExport;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiveFeed.Api.ImportExport;

/// <summary>Import and export of an event's data.</summary>
internal static class ImportExportEndpoints
{
    private static readonly Paging Everything = new(int.MaxValue, 0);

    public static void MapImportExport(this IEndpointRouteBuilder app)
    {
        var transfer = app.MapGroup("/api/events/{eventId}").WithTags("Import and export");

        transfer.MapPost("/import", ImportAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.Transfer)
            .WithMetadata(new RequestSizeLimitAttribute(ScheduleEndpoints.MaxUpload))
            .Describe("Import what a client kept", "Scores, claims and coverage plans of a client that kept them locally. For each the latest timestamp wins and the server wins ties; an item that was not imported is listed with the reason and its index in the request, and the others were imported. At most 8 MB. A long import is stored in several steps, between which others write: if one of them fails, what was stored before stays, and the same import with the same Idempotency-Key goes on there.")
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.BodyTooLarge);

        transfer.MapGet("/export", ExportAsync).RequireOrganizer()
            .RequireRateLimit(RateLimitPolicy.Transfer)
            .Describe("Export an event", "The event, its schedule, and its current scores, claims and coveragePlans, the last three in the form that an import takes. It has no incidents, clocks, members or earlier scores. For organizers.");
    }

    // Not cancelled when the client is gone: see MediatorExtensions.
    private static async Task<Results<Ok<ImportReport>, Problem>> ImportAsync(
        EventId eventId, ImportBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.MarkReplay(await mediator.Send(body.ToRequest(context.Actor(), eventId, key.Value), CancellationToken.None)).ToResult(TypedResults.Ok);

    private static async Task<Results<Ok<ExportView>, Problem>> ExportAsync(
        EventId eventId, IEventReads events, IScheduleReads schedule, IScoreReads scores, IClaimReads claims,
        ICoverageReads coverage, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(eventId, cancellationToken) is not { } liveEvent)
            return new Problem(CommonErrors.EventNotFound);
        var plans = await coverage.AllAsync(eventId, cancellationToken);
        return TypedResults.Ok(new ExportView(
            time.Now(),
            liveEvent,
            await schedule.ScheduleAsync(eventId, fullNames: true, cancellationToken),
            [.. (await scores.ListAsync(eventId, null, null, Everything, cancellationToken)).Items
                .Select(score => new ImportedScore(score.MatchId, score.Sets, score.Status, score.LastUpdated, score.Outcome, score.Decider, score.Points, score.Server))],
            [.. (await claims.ListAsync(eventId, Everything, cancellationToken)).Items
                .Select(claim => new ImportedClaim(claim.MatchId, claim.ClaimedBy!.Id.Value, claim.ClaimedAt!.Value, claim.ExpiresAt!.Value))],
            [.. plans.GroupBy(item => item.UserId)
                .Select(plan => new ImportedPlan([.. plan.Select(item => item.MatchId)], plan.Key.Value, plan.Max(item => item.UpdatedAt)))]));
    }
}

/// <summary>The data that a client kept locally.</summary>
internal sealed record ImportBody(
    IReadOnlyList<ImportScoreBody>? Scores = null, IReadOnlyList<ImportedClaim>? Claims = null, IReadOnlyList<ImportedPlan>? CoveragePlans = null)
{
    public Import ToRequest(Actor actor, EventId eventId, string? idempotencyKey)
    {
        var (scores, refused) = (new List<ImportedScore?>(), new List<ImportConflict>());
        foreach (var (index, score) in (Scores ?? []).Index())
        {
            var sets = new Scores.PostScoreBody(score.MatchId, score.Sets, score.Status).WholeSets();
            if (sets.Error is { } error)
                refused.Add(new ImportConflict("score", score.MatchId, "invalid_score", error.Detail, Index: index));
            scores.Add(sets.Value is { } whole ? new ImportedScore(score.MatchId, whole, score.Status, score.LastUpdated, score.Outcome, score.Decider, score.Points, score.Server) : null);
        }

        return new Import(actor, eventId, scores, Claims ?? [], CoveragePlans ?? [], refused, idempotencyKey);
    }
}

/// <summary>A score that a client kept, with the time at which it was recorded.</summary>
internal sealed record ImportScoreBody(MatchId MatchId, IReadOnlyList<Scores.SetBody> Sets, MatchStatus Status, DateTimeOffset LastUpdated,
    Outcome? Outcome = null, Decider? Decider = null, RunningPoints? Points = null, int? Server = null);

/// <summary>All data of an event.</summary>
internal sealed record ExportView(
    DateTimeOffset ExportedAt, EventView Event, Schedule Schedule, IReadOnlyList<ImportedScore> Scores, IReadOnlyList<ImportedClaim> Claims,
    IReadOnlyList<ImportedPlan> CoveragePlans);
