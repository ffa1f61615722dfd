namespace LiveFeed.Domain.Permissions;

/// <summary>
/// Who may do what in an event: pure rules, for writes (with the transaction's data) and for reads and streams (with the data in memory).
/// Each returns null if it is allowed, otherwise the error.
/// </summary>
public static class EventPermissions
{
    private static readonly Error SignInRequired =
        new(ErrorCode.TokenRequired, "This event is for its members. Sign in, and send your access token.");

    private static readonly Error MembersOnly =
        new(ErrorCode.NotAMember, "This event is for its members. Ask an organizer to add you.");

    private static readonly Error ScorekeeperRequired =
        new(ErrorCode.RoleRequired, "Only organizers, media and coaches of this event may claim matches and keep score. Ask an organizer for a role.");

    private static readonly Error OtherCourt =
        new(ErrorCode.MatchNotInLink, "Your scorer link is for another court or match. Ask an organizer for a link to this one.");

    private static readonly Error Archived =
        new(ErrorCode.EventArchived, "This event is archived: nothing can be written any more. An organizer can reopen it.");

    /// <summary>Reading the event, its feed and its lists.</summary>
    /// <param name="visibility">For whom the event is.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="role">That person's role in the event.</param>
    /// <param name="helps">Whether that person is a helper in the event, by a scorer link.</param>
    public static Error? CheckRead(Visibility visibility, ReaderIdentity reader, EventRole? role, bool helps) =>
        visibility == Visibility.Public || reader.IsAdmin || helps || role is not null ? null
        : reader.UserId is null ? SignInRequired
        : MembersOnly;

    /// <summary>Changing the event, its members and its schedule, and releasing anyone's claim.</summary>
    public static Error? CheckManage(ReaderIdentity reader, EventRole? role) =>
        reader.IsAdmin || role is EventRole.Organizer ? null : CommonErrors.OrganizerRequired;

    /// <summary>Claiming matches and keeping score: of some matches at least (<see cref="CheckHelperScoresMatch"/>).</summary>
    public static Error? CheckScore(ReaderIdentity reader, EventRole? role, bool helps) =>
        reader.IsAdmin || helps || role is EventRole.Organizer or EventRole.Media or EventRole.Coach ? null : ScorekeeperRequired;

    /// <summary>Claiming a match and keeping its score, by a helper who passes <see cref="CheckScore"/>.</summary>
    /// <param name="isCovered">Whether the helper's link is for the match, or the helper has begun it while it was.</param>
    public static Error? CheckHelperScoresMatch(bool isCovered) => isCovered ? null : OtherCourt;

    /// <summary>Seeing people's full names, whatever is published of them: who keeps score has to find the player in the list.</summary>
    public static Error? CheckFullNames(ReaderIdentity reader, EventRole? role, bool helps) => CheckScore(reader, role, helps);

    /// <summary>Writing anything but the event's own settings.</summary>
    public static Error? CheckOpen(bool archived) => archived ? Archived : null;
}
