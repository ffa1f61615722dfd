using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Statistics;

/// <summary>What follows from a match's points and incidents.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/events/{eventId}/statistics/{matchId}", GetAsync).RequireEventReadAccess()
            .WithTags("Statistics")
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read a match's statistics", "Longest runs, biggest leads, how long each set took, incidents by kind, goals and cards by minute; made of every update of the score and of the incidents. What was corrected doesn't count.")
            .ProducesErrors(ErrorCode.MatchNotFound);

    private static Task<Results<JsonWithETag<StatisticsView>, Problem>> GetAsync(EventId eventId, MatchId matchId, HttpContext context, IStatisticsReads statistics) =>
        context.CachedAsync(
            $"statistics {matchId}", () => statistics.FindAsync(eventId, matchId, CancellationToken.None), CommonErrors.MatchNotFound);
}
