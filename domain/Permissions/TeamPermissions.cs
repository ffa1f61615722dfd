namespace LiveFeed.Domain.Permissions;

/// <summary>
/// Who may do what in a team: pure rules, for writes (with the transaction's data) and for reads and streams (with the data in memory). Administrators and the
/// event's organizers stand above a team's coaches, and these above its players and families. Each returns null if it is allowed, otherwise the error.
/// </summary>
public static class TeamPermissions
{
    public static readonly Error CoachRequired =
        new(ErrorCode.RoleRequired, "Only the team's coaches and the event's organizers may do this.");

    private static readonly Error SignInRequired =
        new(ErrorCode.TokenRequired, "A team's room is for its members. Sign in, and send your access token.");

    private static readonly Error MembersOnly =
        new(ErrorCode.NotAMember, "A team's room is for its coaches, players and families, and for the event's organizers. Ask the coach or an organizer to add you.");

    private static readonly Error OrganizerDecides =
        new(ErrorCode.RoleRequired, "Only an organizer of the event may say who is a team's coach.");

    /// <summary>Reading the team's room and its list of members, and writing in the room.</summary>
    public static Error? CheckRead(ReaderIdentity reader, EventRole? role, TeamRole? inTeam) =>
        Organizes(reader, role) || inTeam is not null ? null
        : reader.UserId is null ? SignInRequired
        : MembersOnly;

    /// <summary>Managing the team: deleting others' messages in its room.</summary>
    public static Error? CheckManage(ReaderIdentity reader, EventRole? role, TeamRole? inTeam) =>
        Organizes(reader, role) || inTeam is TeamRole.Coach ? null : CoachRequired;

    /// <summary>Giving somebody a role in the team, or taking it away.</summary>
    /// <param name="reader">Who does it.</param>
    /// <param name="role">That person's role in the event.</param>
    /// <param name="inTeam">That person's role in the team.</param>
    /// <param name="about">The roles that are given and taken away.</param>
    public static Error? CheckGive(ReaderIdentity reader, EventRole? role, TeamRole? inTeam, params IEnumerable<TeamRole?> about) =>
        Organizes(reader, role) ? null
        : inTeam is not TeamRole.Coach ? CoachRequired
        : about.Contains(TeamRole.Coach) ? OrganizerDecides
        : null;

    private static bool Organizes(ReaderIdentity reader, EventRole? role) => reader.IsAdmin || role is EventRole.Organizer;
}
