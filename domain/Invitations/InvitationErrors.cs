namespace LiveFeed.Domain.Invitations;

internal static class InvitationErrors
{
    public static readonly Error NotFound = new(
        ErrorCode.InvitationNotFound, "This invitation was used up or revoked, or it has expired. Ask an organizer for another link.");
}
