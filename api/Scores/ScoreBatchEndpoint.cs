using System.Text.Json.Nodes;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.ScorerLinks;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Scores;

/// <summary>Several scores at once: what a device has recorded while it had no network.</summary>
internal static class ScoreBatchEndpoint
{
    public const int MaxScores = 100;

    public static void MapScoreBatch(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/events/{eventId}/scores/batch", PostAsync).RequireAuthorization().AllowHelpers()
            .WithTags("Scores")
            .RequireRateLimit(RateLimitPolicy.ScoreBatch)
            .Describe("Write several scores", "Up to 100 scores, written one after the other as by POST /scores, each a revision and an entry of its own. Unless the user may not write in the event at all, the status is 200, and each has its own outcome, in the order of the request: its status, and the score or the problem. Every score needs a clientUpdateId, so that the whole request can be repeated if its response is lost: what was written before is replayed.")
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.EventNotFound, ErrorCode.EventArchived, ErrorCode.NotAMember, ErrorCode.RoleRequired);

    private static async Task<Results<Ok<ScoreBatchResult>, Problem>> PostAsync(
        EventId eventId, ScoreBatchBody body, DeviceId device, HttpContext context, IMediator mediator)
    {
        if (body.Validate() is { } invalid)
            return new Problem(invalid);
        var outcomes = new List<ScoreOutcome>(body.Scores.Count);
        foreach (var score in body.Scores)
        {
            var result = await score.WriteAsync(eventId, score.ClientUpdateId, null, device, context, mediator);
            // The next ones would come before it if they were written and it was repeated.
            if (result.Error is { } all && ConcernsAll(all.Code))
                return new Problem(all);
            outcomes.Add(result.Error is { } error
                ? new ScoreOutcome(ErrorStatus.ToStatusCode(error.Code), null, Problem.Document(context, error), result.Replayed)
                : new ScoreOutcome(ScoreResponse.StatusOf(result.Value!), result.Value, null, result.Replayed));
        }

        return TypedResults.Ok(new ScoreBatchResult(outcomes));
    }

    /// <summary>Returns whether an error is not about the one score: no other of the batch would be written either.</summary>
    private static bool ConcernsAll(ErrorCode code) =>
        code is ErrorCode.EventNotFound or ErrorCode.EventArchived or ErrorCode.NotAMember or ErrorCode.RoleRequired or ErrorCode.Overloaded;
}

/// <summary>Scores in the order in which they were recorded.</summary>
/// <param name="Scores">1 to 100 scores, each with a clientUpdateId.</param>
internal sealed record ScoreBatchBody(IReadOnlyList<PostScoreBody> Scores)
{
    public Error? Validate()
    {
        if (Scores.Count is 0 or > ScoreBatchEndpoint.MaxScores)
            return Error.Invalid(ErrorCode.InvalidRequest, "scores", $"A batch has 1 to {ScoreBatchEndpoint.MaxScores} scores.");
        for (var i = 0; i < Scores.Count; i++)
        {
            if (string.IsNullOrEmpty(Scores[i].ClientUpdateId))
                return Error.Invalid(ErrorCode.InvalidRequest, $"scores[{i}].clientUpdateId", "Give every score of a batch a clientUpdateId, so that the batch can be repeated.");
        }

        return null;
    }
}

/// <summary>What became of the scores of a batch.</summary>
/// <param name="Outcomes">One for each score, in the same order.</param>
internal sealed record ScoreBatchResult(IReadOnlyList<ScoreOutcome> Outcomes);

/// <summary>What became of one score.</summary>
/// <param name="Status">The status that POST /scores would have had: 200, 201, or that of the problem.</param>
/// <param name="Score">The stored score; null if there is a problem.</param>
/// <param name="Problem">The problem document; null if the score is stored.</param>
/// <param name="Replayed">Whether this is the outcome of an earlier, identical request.</param>
internal sealed record ScoreOutcome(int Status, ScoreView? Score, JsonObject? Problem, bool Replayed);
