using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Teams;

/// <summary>The messages in a team's room.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var messages = app.MapGroup("/api/events/{eventId}/teams/{teamId}/messages").WithTags("Teams");

        messages.MapPost("", PostAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MessageWrite)
            .Describe("Write a message in a team's room", "Plain text of up to 2,000 characters and 100 lines, without invisible and direction-changing characters, which are removed. It reaches the room's readers as an entry message of the topic events/{eventId}/teams/{teamId}. A repeat with the same clientMessageId changes nothing, and gets message_not_found if the message was deleted.")
            .ProducesErrors(
                ErrorCode.InvalidRequest, ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.MessageNotFound, ErrorCode.EventArchived);

        messages.MapGet("", ListAsync).RequireRoomReadAccess()
            .RequireRateLimit(RateLimitPolicy.List)
            .Describe("Read a team's messages", "The newest first. With before, the id of a message, those before that one. The room's topic has the newest messages and all that follow; this reads back from there.");

        messages.MapGet("/{messageId}", GetAsync).RequireRoomReadAccess()
            .RequireRateLimit(RateLimitPolicy.Read)
            .Describe("Read a message", "One of a team's messages.")
            .ProducesErrors(ErrorCode.MessageNotFound);

        messages.MapDelete("/{messageId}", DeleteAsync).RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MessageWrite)
            .Describe("Delete a message", "By its author, a coach of the team, an organizer or an administrator. Its text is removed everywhere, from the stored feed too; readers are told that it is gone. That works in an archived event too.")
            .ProducesErrors(
                ErrorCode.TokenRequired, ErrorCode.NotAMember, ErrorCode.RoleRequired, ErrorCode.EventNotFound, ErrorCode.TeamNotFound, ErrorCode.MessageNotFound);
    }

    private static async Task<Results<Created<MessageView>, Problem>> PostAsync(
        EventId eventId, int teamId, PostMessageBody body, IdempotencyKey key, HttpContext context, IMediator mediator, IMessageReads messages)
    {
        if (IdempotencyKey.Validate(body.ClientMessageId, "clientMessageId") is { } error)
            return new Problem(error);
        var command = new PostMessage(context.Actor(), eventId, teamId, body.Text, body.ClientMessageId, key.Value ?? body.ClientMessageId);
        var posted = await context.SendAsync(mediator, command);
        if (posted.Value is not { } made)
            return new Problem(posted.Error!);
        return await messages.FindAsync(eventId, teamId, made.Id, CancellationToken.None) is { } message
            ? TypedResults.Created(FormattableString.Invariant($"{context.Request.PathBase}/api/events/{eventId}/teams/{teamId}/messages/{message.Id}"), message)
            : new Problem(TeamErrors.MessageNotFound);
    }

    private static async Task<JsonWithETag<MessagePage>> ListAsync(
        EventId eventId, int teamId, MessageQuery query, IMessageReads messages, CancellationToken cancellationToken) =>
        ResponseCaching.Fresh(await messages.ListAsync(eventId, teamId, query.Before, query.Limit, cancellationToken));

    private static async Task<Results<JsonWithETag<MessageView>, Problem>> GetAsync(
        EventId eventId, int teamId, string messageId, IMessageReads messages, CancellationToken cancellationToken) =>
        Message.IsId(messageId) && await messages.FindAsync(eventId, teamId, messageId, cancellationToken) is { } message
            ? ResponseCaching.Fresh(message)
            : new Problem(TeamErrors.MessageNotFound);

    private static Task<Results<NoContent, Problem>> DeleteAsync(
        EventId eventId, int teamId, string messageId, IdempotencyKey key, HttpContext context, IMediator mediator) =>
        context.WriteAsync(mediator, new DeleteMessage(context.Actor(), eventId, teamId, messageId, key.Value));
}

/// <summary>A message to write.</summary>
/// <param name="Text">What it says.</param>
/// <param name="ClientMessageId">The client's own id for it. It makes a repeat harmless, and comes back in the feed.</param>
internal sealed record PostMessageBody(string Text, string? ClientMessageId = null);
