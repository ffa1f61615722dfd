using System.Text.Json.Serialization;
using LiveFeed.Domain.Notifications;
using LiveFeed.Domain.Sessions;

namespace LiveFeed.Domain.Privacy;

/// <summary>Everything that is stored of a user, as the user gets it. Secrets and hashes are left out.</summary>
/// <param name="ExportedAt">When.</param>
/// <param name="Account">The account.</param>
/// <param name="Sessions">The sessions that are open, with their devices.</param>
/// <param name="Memberships">Roles in events.</param>
/// <param name="Teams">Roles in teams as player or family.</param>
/// <param name="Messages">Messages in teams' rooms. Of a deleted one only the times are left.</param>
/// <param name="Announcements">Announcements.</param>
/// <param name="Claims">Matches that the user holds, or did until the claim expired.</param>
/// <param name="Scores">Scores that the user posted, each update.</param>
/// <param name="LateScores">Scores that came too late, and are kept for review.</param>
/// <param name="Incidents">Incidents that the user recorded or retracted.</param>
/// <param name="Clocks">Clocks that the user set last.</param>
/// <param name="Lineups">Line-ups that the user put last.</param>
/// <param name="Coverage">Matches that the user plans to attend.</param>
/// <param name="Players">Players whose account this is.</param>
/// <param name="Officials">Duties at matches.</param>
/// <param name="Invitations">Invitations that the user made.</param>
/// <param name="ScorerLinks">Scorer links that the user made.</param>
/// <param name="Webhooks">Webhooks that the user made.</param>
/// <param name="Follows">What the user follows.</param>
/// <param name="Notifications">What the user was notified of.</param>
/// <param name="NotificationSettings">Of what the user doesn't want to be notified, if the user has ever been notified of something or said so.</param>
public sealed record OwnDataView(
    DateTimeOffset ExportedAt, OwnAccount Account, IReadOnlyList<SessionSummary> Sessions, IReadOnlyList<OwnMembership> Memberships, IReadOnlyList<OwnTeamRole> Teams,
    IReadOnlyList<OwnMessage> Messages, IReadOnlyList<OwnAnnouncement> Announcements, IReadOnlyList<OwnClaim> Claims, IReadOnlyList<OwnScore> Scores,
    IReadOnlyList<OwnLateScore> LateScores, IReadOnlyList<OwnIncident> Incidents, IReadOnlyList<OwnMatchChange> Clocks, IReadOnlyList<OwnMatchChange> Lineups,
    IReadOnlyList<OwnMatchChange> Coverage, IReadOnlyList<OwnPlayer> Players, IReadOnlyList<OwnDuty> Officials, IReadOnlyList<OwnLink> Invitations,
    IReadOnlyList<OwnLink> ScorerLinks, IReadOnlyList<OwnWebhook> Webhooks, IReadOnlyList<OwnFollow> Follows, IReadOnlyList<NotificationView> Notifications,
    IReadOnlyList<NotificationSettings> NotificationSettings);

/// <summary>An account, as its owner gets it.</summary>
public sealed record OwnAccount(UserId Id, string Email, string DisplayName, GlobalRole Role, DateTimeOffset CreatedAt);

/// <summary>A role in an event.</summary>
public sealed record OwnMembership(EventId EventId, EventRole Role, IReadOnlyList<int> TeamIds);

/// <summary>A role in a team.</summary>
public sealed record OwnTeamRole(EventId EventId, int TeamId, TeamRole Role);

/// <summary>A message in a team's room.</summary>
public sealed record OwnMessage(
    EventId EventId, int TeamId, string Id, DateTimeOffset PostedAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DeletedAt = null);

/// <summary>An announcement.</summary>
public sealed record OwnAnnouncement(EventId EventId, string Id, string Text, DateTimeOffset CreatedAt);

/// <summary>A claim.</summary>
public sealed record OwnClaim(
    EventId EventId, MatchId MatchId, DateTimeOffset ClaimedAt, DateTimeOffset ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeviceId = null);

/// <summary>An update of a score.</summary>
public sealed record OwnScore(
    EventId EventId, MatchId MatchId, int Version, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);

/// <summary>An update that came too late.</summary>
public sealed record OwnLateScore(EventId EventId, MatchId MatchId, IReadOnlyList<SetScore> Sets, MatchStatus Status, DateTimeOffset OccurredAt, DateTimeOffset ReceivedAt);

/// <summary>An incident.</summary>
public sealed record OwnIncident(
    EventId EventId, MatchId MatchId, string Id, IncidentKind Kind, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RetractedAt = null);

/// <summary>Something about a match that the user has set.</summary>
public sealed record OwnMatchChange(EventId EventId, MatchId MatchId, DateTimeOffset At);

/// <summary>A player with an account.</summary>
public sealed record OwnPlayer(
    EventId EventId, int TeamId, int Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null);

/// <summary>A duty at a match.</summary>
public sealed record OwnDuty(
    EventId EventId, MatchId MatchId, OfficialDuty Duty, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null);

/// <summary>A link by which the user lets others in, without its secret.</summary>
public sealed record OwnLink(EventId EventId, string Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>A webhook.</summary>
public sealed record OwnWebhook(EventId EventId, string Id, string Url, DateTimeOffset CreatedAt);

/// <summary>Something that the user follows.</summary>
public sealed record OwnFollow(string Topic, DateTimeOffset Since);
