using System.ComponentModel;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using LiveFeed.Domain.Brackets;

namespace LiveFeed.Api.Brackets;

/// <summary>The brackets of an event.</summary>
internal static class BracketEndpoints
{
    public static void MapBrackets(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/events/{eventId}/brackets", ListAsync).RequireEventReadAccess()
            .WithTags("Brackets")
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List brackets", "All matches whose sides come from other matches or from pools, and the matches that these come from, as columns: by division, and by what leads to one final. They follow from the sides of the schedule's matches, whether a draw, a file or an organizer made them, and have the teams and scores of the moment. Each change of a match or a score is an entry match-update or score-update of the feed, by which a page keeps its brackets current.");
        app.MapGet("/api/events/{eventId}/brackets/conflicts", ConflictsAsync).RequireOrganizer()
            .WithTags("Brackets")
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List sides that results contradict", "A match that has a score keeps its teams. If a result is corrected from which one of its sides comes, that side is listed here, with the team that it has and the one that it would have. An organizer decides: either nothing is to be done, or PATCH /matches/{matchId} with affectScored=true gives it its teams: exchanged sides exchange the sets, any other team empties the score.");
    }

    private static Task<Page<SideConflictView>> ConflictsAsync(EventId eventId, PageQuery page, IBracketReads brackets, CancellationToken cancellationToken) =>
        brackets.ConflictsAsync(eventId, page.Paging, cancellationToken);

    private static Task<JsonWithETag<Page<BracketView>>> ListAsync(
        EventId eventId, PageQuery page, [Description("Only those of this division.")] QueryInt division, HttpContext context, IBracketReads brackets) => context.CachedAsync(
        $"brackets {division.Value} {page.Paging}", () => brackets.ListAsync(eventId, division.Value, page.Paging, CancellationToken.None));
}
