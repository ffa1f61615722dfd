namespace LiveFeed.Api.Errors;

/// <summary>The errors that several parts of the API return.</summary>
internal static class ApiErrors
{
    public static readonly Error EventNotFound = new(ErrorCode.EventNotFound, "There is no event with this id.");
    public static readonly Error MatchNotFound = new(ErrorCode.MatchNotFound, "There is no match with this id in the event.");
    public static readonly Error OrganizerRequired = new(ErrorCode.RoleRequired, "Only an organizer of this event, or an administrator, may do this.");
    public static readonly Error BodyTooLarge = new(ErrorCode.BodyTooLarge, "The body is larger than this call takes: 64 KB, or 8 MB for a schedule or an import.");
}
