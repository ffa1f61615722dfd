namespace LiveFeed.Domain;

/// <summary>The rejections that several use cases return.</summary>
public static class CommonErrors
{
    public static readonly Error EventNotFound = new(ErrorCode.EventNotFound, "There is no event with this id.");

    public static readonly Error MatchNotFound = new(ErrorCode.MatchNotFound, "There is no match with this id in the event.");

    public static readonly Error TeamNotFound = new(ErrorCode.TeamNotFound, "There is no team with this id in the event.");

    public static readonly Error PlayerNotFound = new(ErrorCode.PlayerNotFound, "The team has no player with this id.");

    public static readonly Error CourtNotFound = new(ErrorCode.CourtNotFound, "There is no court with this id in the event.");

    public static readonly Error DivisionNotFound = new(ErrorCode.DivisionNotFound, "There is no division with this id in the event.");

    public static readonly Error ClaimNotFound = new(ErrorCode.ClaimNotFound, "Nobody holds this match.");

    public static readonly Error MemberNotFound = new(ErrorCode.MemberNotFound, "This user is not a member of the event.");

    public static readonly Error UserNotFound =
        new(ErrorCode.UserNotFound, "There is no user with this id. A user's id is in the response to registration and in GET /api/auth/me.");

    public static readonly Error OrganizerRequired =
        new(ErrorCode.RoleRequired, "Only an organizer of this event, or an administrator, may do this.");
}
