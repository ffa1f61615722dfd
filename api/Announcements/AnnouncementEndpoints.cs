using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Announcements;

/// <summary>Announcements: made by organizers, read by everybody who may read the event.</summary>
internal static class AnnouncementEndpoints
{
    public static void MapAnnouncements(this IEndpointRouteBuilder app)
    {
        var announcements = app.MapGroup("/api/events/{eventId}/announcements").WithTags("Announcements");

        announcements.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.AnnouncementWrite)
            .Describe("Make an announcement", "A plain text of up to 500 characters, without line breaks, for everybody who follows the event, or those at one court. It is shown until it is deleted, or until its time. An event has at most 20 at once.")
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.RoleRequired, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.CourtNotFound, ErrorCode.LimitReached);

        announcements.MapGet("", ListAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("List announcements", "Those that are valid, the newest first. The feed has them too, as entries of the type announcement, and tells when one has ended.");

        announcements.MapGet("/{announcementId}", GetAsync).RequireEventReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read an announcement", "While it is valid.")
            .ProducesErrors(ErrorCode.AnnouncementNotFound);

        announcements.MapDelete("/{announcementId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.AnnouncementWrite)
            .Describe("Delete an announcement", "Readers of the feed are told that it is gone.")
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.EventArchived, ErrorCode.EventNotFound, ErrorCode.AnnouncementNotFound);
    }

    private static Task<Results<Created<AnnouncementView>, Problem>> PostAsync(
        EventId eventId, AnnouncementBody body, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(
            mediator, new PostAnnouncement(context.Actor(), eventId, new AnnouncementContent(body.Text, body.CourtId, body.Until), key.Value),
            made => TypedResults.Created($"{context.Request.PathBase}/api/events/{eventId}/announcements/{made.Id}", made));

    // Made anew when the feed grows, as it does when one ends.
    private static Task<JsonWithETag<Page<AnnouncementView>>> ListAsync(EventId eventId, PageQuery page, HttpContext context, IAnnouncementReads announcements) =>
        context.CachedAsync($"announcements {page.Paging}", () => announcements.ListAsync(eventId, page.Paging, CancellationToken.None));

    private static Task<Results<JsonWithETag<AnnouncementView>, Problem>> GetAsync(
        EventId eventId, string announcementId, HttpContext context, IAnnouncementReads announcements) => Announcement.IsId(announcementId)
        ? context.CachedAsync($"announcement {announcementId}", () => announcements.FindAsync(eventId, announcementId, CancellationToken.None), AnnouncementErrors.NotFound)
        : Task.FromResult<Results<JsonWithETag<AnnouncementView>, Problem>>(new Problem(AnnouncementErrors.NotFound));

    private static Task<Results<NoContent, Problem>> DeleteAsync(
        EventId eventId, string announcementId, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new DeleteAnnouncement(context.Actor(), eventId, announcementId, key.Value));
}

/// <summary>A new announcement.</summary>
/// <param name="Text">Plain text of 1 to 500 characters, without line breaks.</param>
/// <param name="CourtId">The court that it is about; the whole event if it is missing.</param>
/// <param name="Until">When it ends by itself; if it is missing, it stays until it is deleted.</param>
internal sealed record AnnouncementBody(string Text, int? CourtId = null, DateTimeOffset? Until = null);
