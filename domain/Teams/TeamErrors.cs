namespace LiveFeed.Domain.Teams;

/// <summary>The rejections about teams' members and messages.</summary>
public static class TeamErrors
{
    public static readonly Error MemberNotFound = new(ErrorCode.MemberNotFound, "This user is not a member of the team.");

    public static readonly Error MessageNotFound = new(ErrorCode.MessageNotFound, "The team's room has no message with this id. It may have been deleted.");

    public static readonly Error HasEventRole = Error.Invalid(
        ErrorCode.InvalidRequest, "role",
        "This user has another role in the event: organizers read and write in every team's room anyway; make a member with the role media a coach by PUT …/members first.");
}
