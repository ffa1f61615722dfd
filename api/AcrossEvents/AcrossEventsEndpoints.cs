using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.AcrossEvents;

/// <summary>Reads of several events at once.</summary>
internal static class AcrossEventsEndpoints
{
    public static void MapAcrossEvents(this IEndpointRouteBuilder app)
    {
        var across = app.MapGroup("/api").WithTags("Across events");

        across.MapGet("/leaderboards", RankAsync)
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Rank teams across events", "Adds up what teams of one name have got in several events of one sport: matches, wins, points, sets. Every final match counts, in a pool or not, as the standings of its division count it. Names are the same if only case, blanks and accents differ. Without event, the newest events that you may read count, as many as the server's settings say.")
            .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.DifferentSports, ErrorCode.Overloaded);

        across.MapGet("/compare", CompareAsync)
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Compare events", "Side by side: how many matches have come how far, points per match, the sets by which matches ended, the closest and the longest match, walkovers, how late matches started; and what the teams have got that have played in more than one of them. What can't be known from what is stored is null: a match has a start and an end if its scores say when it was first in progress, and when final.")
            .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.Overloaded);
    }

    private static async Task<Results<JsonWithETag<LeaderboardView>, Problem>> RankAsync(
        LeaderboardQuery query, PageQuery page, HttpContext context, EventFigures figures, IAcrossEventsReads reads, AcrossEventsPolicy policy)
    {
        var events = query.Events.Count > 0 ? query.Events : await reads.NewestAsync(context.Reader(), query.Sport, policy.MaxNewest, context.RequestAborted);
        var (found, error) = await figures.ResultsAsync(context, events);
        // An event that nobody named may have been removed or restricted since it was found.
        if (error is not null && query.Events.Count > 0)
            return new Problem(error);
        var counted = found.Where(one => query.Sport is null || one.Event.Sport == query.Sport).ToList();
        var sports = counted.Select(one => one.Event.Sport).Distinct().ToList();
        return sports.Count > 1
            ? new Problem(AcrossEventsErrors.DifferentSports(sports))
            : ResponseCaching.Fresh(Leaderboard.Create(counted, query.Order, page.Paging));
    }

    private static async Task<Results<JsonWithETag<EventComparisonView>, Problem>> CompareAsync(CompareQuery query, HttpContext context, EventFigures figures)
    {
        var (found, error) = await figures.ComparedAsync(context, query.Events);
        return error is not null ? new Problem(error) : ResponseCaching.Fresh(EventComparisonView.Of(found));
    }
}
