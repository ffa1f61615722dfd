using LiveFeed.Api.Http;

namespace LiveFeed.Api.Invitations;

/// <summary>A new invitation, with its secret.</summary>
/// <param name="Id">The id, by which it can be revoked.</param>
/// <param name="Link">The address to pass on.</param>
/// <param name="Role">The role that it gives.</param>
/// <param name="TeamIds">The teams that go with the role.</param>
/// <param name="UsesLeft">How many people can use it.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
internal sealed record NewInvitationView(string Id, string Link, EventRole Role, IReadOnlyList<int> TeamIds, int UsesLeft, DateTimeOffset ExpiresAt)
{
    public static NewInvitationView Of(IssuedInvitation issued, HttpRequest request)
    {
        var invitation = issued.Invitation;
        return new(invitation.Id, request.PageLink("join", issued.Secret), invitation.Role, invitation.TeamIds, invitation.UsesLeft, invitation.ExpiresAt);
    }
}
