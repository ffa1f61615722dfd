using LiveFeed.Api.Errors;
using LiveFeed.Api.Feed;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Teams;

/// <summary>Shows in a team's room that somebody is writing.</summary>
internal static class TypingEndpoint
{
    public static void MapTyping(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/events/{eventId}/teams/{teamId}/typing", PostAsync).RequireAuthorization()
            .WithTags("Teams")
            .RequireRateLimit(RateLimitPolicy.Typing)
            .Describe("Show that you are writing", "For 5 seconds from now on the room's readers get a signal typing that names you, beside others. Send it every few seconds while the user writes. Nothing of it is stored.")
            .ProducesErrors(ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound);

    private static async Task<Results<NoContent, Problem>> PostAsync(EventId eventId, int teamId, HttpContext context, TopicReads topics)
    {
        var (room, error) = await topics.FindRoomAsync(context, eventId, teamId);
        if (room is null)
            return new Problem(error!);
        room.Type(context.Reader());
        return TypedResults.NoContent();
    }
}
