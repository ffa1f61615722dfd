using LiveFeed.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Invitations;

/// <summary>A new invitation, with its secret.</summary>
/// <param name="Id">The id, by which it can be revoked.</param>
/// <param name="Link">The address to pass on.</param>
/// <param name="Role">The role in the event that it gives.</param>
/// <param name="InTeam">The role in the team that it gives, if it is for a team.</param>
/// <param name="TeamIds">The teams that go with the role.</param>
/// <param name="UsesLeft">How many people can use it.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
internal sealed record NewInvitationView(string Id, string Link, EventRole Role, TeamRole? InTeam, IReadOnlyList<int> TeamIds, int UsesLeft, DateTimeOffset ExpiresAt)
{
    /// <summary>Returns the response to who made it. No cache may keep it.</summary>
    public static JsonHttpResult<NewInvitationView> Created(IssuedInvitation issued, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(Of(issued, context.Request), statusCode: StatusCodes.Status201Created);
    }

    private static NewInvitationView Of(IssuedInvitation issued, HttpRequest request)
    {
        var invitation = issued.Invitation;
        return new(invitation.Id, request.PageLink("join", issued.Secret), invitation.Role, invitation.InTeam, invitation.TeamIds, invitation.UsesLeft, invitation.ExpiresAt);
    }
}
