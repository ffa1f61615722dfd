using System.ComponentModel;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Standings;

/// <summary>The standings of pools.</summary>
internal static class StandingsEndpoints
{
    public static void MapStandings(this IEndpointRouteBuilder app)
    {
        var standings = app.MapGroup("/api/events/{eventId}/standings").WithTags("Standings");

        standings.MapGet("", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List standings", "Of all pools, by division and pool. They follow the results at once: each change is an entry standings-update. A division of the schedule says which rules its pools are ranked by.");

        standings.MapPut("/{poolId}/ranks", GiveRanksAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Give ranks by hand", "For what the rules can't decide, such as lots or a play-off. Everybody sees that a rank was given by hand, and why. An empty list leaves everything to the rules again.")
            .ProducesErrors(ErrorCode.InvalidRequest, ErrorCode.RoleRequired, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.PoolNotFound);
    }

    private static Task<JsonWithETag<Page<StandingsView>>> ListAsync(
        EventId eventId, PageQuery page, [Description("Only those of this division.")] QueryInt division, HttpContext context, IStandingsReads standings) => context.CachedAsync(
        $"standings {division.Value} {page.Paging}", () => standings.ListAsync(eventId, division.Value, page.Paging, CancellationToken.None));

    private static Task<Results<NoContent, Problem>> GiveRanksAsync(
        EventId eventId, [Description("The pool's id, as the schedule has it.")] string poolId, RanksBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new GiveRanks(context.Actor(), eventId, poolId, body.Ranks, key.Value));
}

/// <summary>The ranks of a pool that are given by hand.</summary>
/// <param name="Ranks">All of them; none, to leave everything to the rules.</param>
internal sealed record RanksBody(IReadOnlyList<PoolRank> Ranks);
