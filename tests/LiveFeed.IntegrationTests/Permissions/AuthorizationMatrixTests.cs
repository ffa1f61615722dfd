using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LiveFeed.IntegrationTests.Permissions;

/// <summary>Who may use which operation of the API. A new operation needs a row here.</summary>
public sealed class AuthorizationMatrixTests(MatrixServer server) : IClassFixture<MatrixServer>
{
    /// <summary>
    /// <c>anon</c> sends no token, <c>user</c> has no role in the event, <c>gone</c> was an organizer of it and was removed, <c>admin</c> is
    /// an administrator of the installation, <c>helpr</c> a helper who is in by a scorer link of the court on which all matches are. <c>yes</c> is a response with a 2xx. The claim that is released, and the member who is read,
    /// changed and removed, are somebody else's; <c>{self}</c> is the caller.
    /// </summary>
    private const string Table =
        """
                                                              | public event                                    | members-only event
                                                              | anon  user  gone  spect coach media organ admin helpr | anon  user  gone  spect coach media organ admin helpr
        POST   /api/auth/register                             | yes   yes   yes   yes   yes   yes   yes   yes   yes
        POST   /api/auth/login                                | yes   yes   yes   yes   yes   yes   yes   yes   yes
        POST   /api/auth/refresh                              | yes   yes   yes   yes   yes   yes   yes   yes   yes
        POST   /api/auth/logout                               | yes   yes   yes   yes   yes   yes   yes   yes   yes
        GET    /api/me/teams                                  | 401   yes   yes   yes   yes   yes   yes   yes   403
        GET    /api/follows                                   | 401   yes   yes   yes   yes   yes   yes   yes   403
        PUT    /api/follows/{topic}                           | 401   yes   yes   yes   yes   yes   yes   yes   403  | 401   403   403   yes   yes   yes   yes   yes   403
        DELETE /api/follows/{topic}                           | 401   yes   yes   yes   yes   yes   yes   yes   403
        GET    /api/notifications                             | 401   yes   yes   yes   yes   yes   yes   yes   403
        POST   /api/notifications/read                        | 401   yes   yes   yes   yes   yes   yes   yes   403
        GET    /api/notifications/settings                    | 401   yes   yes   yes   yes   yes   yes   yes   403
        PUT    /api/notifications/settings                    | 401   yes   yes   yes   yes   yes   yes   yes   403
        GET    /api/feed?topic=me                             | 401   yes   yes   yes   yes   yes   yes   yes   401
        GET    /api/stream?topic=me                           | 401   yes   yes   yes   yes   yes   yes   yes   401
        GET    /api/me/export                                 | 401   yes   yes   yes   yes   yes   yes   yes   403
        DELETE /api/me                                        | 401   401   401   401   401   401   401   401   403
        GET    /api/auth/me                                   | 401   yes   yes   yes   yes   yes   yes   yes   yes
        PUT    /api/auth/password                             | 401   yes   yes   yes   yes   yes   yes   yes   403
        POST   /api/auth/password-reset                       | 401   403   403   403   403   403   403   yes   403
        PUT    /api/auth/password-reset                       | 404   404   404   404   404   404   404   404   404
        GET    /api/auth/cookies                              | yes   yes   yes   yes   yes   yes   yes   yes   yes
        GET    /api/auth/sessions                             | 401   yes   yes   yes   yes   yes   yes   yes   403
        DELETE /api/auth/sessions                             | 401   yes   yes   yes   yes   yes   yes   yes   403
        DELETE /api/auth/sessions/{sessionId}                 | 401   404   404   404   404   404   404   404   403
        POST   /api/streams/tickets                           | 401   yes   yes   yes   yes   yes   yes   yes   yes
        GET    /api/invitations/{token}                       | 404   404   404   404   404   404   404   404   404
        POST   /api/invitations/{token}/accept                | 401   404   404   404   404   404   404   404   403
        GET    /api/events                                    | yes   yes   yes   yes   yes   yes   yes   yes   yes
        GET    /api/formats                                   | yes   yes   yes   yes   yes   yes   yes   yes   yes
        POST   /api/events                                    | 401   403   403   403   403   403   403   yes   403

        GET    /api/events/{eventId}                          | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/schedule                 | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/exports/schedule.csv     | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/exports/schedule.xlsx    | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/exports/results.csv      | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/exports/results.xlsx     | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/calendar.ics             | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/matches                  | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/matches/{matchId}        | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/teams                    | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/teams/{teamId}           | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/teams/{teamId}/players   | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/teams/{teamId}/players/{playerId}| yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/matches/{matchId}/lineups| yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/matches/{matchId}/lineups/{side}| 404   404   404   404   404   404   404   404   404  | 401   403   403   404   404   404   404   404   404
        GET    /api/events/{eventId}/courts/{courtId}         | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/divisions/{divisionId}   | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/scores                   | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/scores/{matchId}         | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/scores/{matchId}/history | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/standings                | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/brackets                 | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/claims                   | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/claims/{matchId}         | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/matches/{matchId}/incidents| yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/matches/{matchId}/clock  | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/statistics/{matchId}     | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/incidents/{incidentId}   | 404   404   404   404   404   404   404   404   404  | 401   403   403   404   404   404   404   404   404
        GET    /api/events/{eventId}/announcements            | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/announcements/{announcementId}| 404   404   404   404   404   404   404   404   404  | 401   403   403   404   404   404   404   404   404
        GET    /api/events/{eventId}/feed                     | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/events/{eventId}/stream                   | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/leaderboards                              | yes   yes   yes   yes   yes   yes   yes   yes   yes
        GET    /api/leaderboards?event={eventId}              | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/compare?event={eventId}&event={other}     | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/feed?topic=events/{eventId}                 | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes
        GET    /api/stream?topic=events/{eventId}               | yes   yes   yes   yes   yes   yes   yes   yes   yes  | 401   403   403   yes   yes   yes   yes   yes   yes

        GET    /api/events/{eventId}/coverage-plans           | 401   yes   yes   yes   yes   yes   yes   yes   403  | 401   403   403   yes   yes   yes   yes   yes   403
        PUT    /api/events/{eventId}/coverage-plans           | 401   yes   yes   yes   yes   yes   yes   yes   403  | 401   403   403   yes   yes   yes   yes   yes   403
        DELETE /api/events/{eventId}/coverage-plans           | 401   yes   yes   yes   yes   yes   yes   yes   403  | 401   403   403   yes   yes   yes   yes   yes   403
        GET    /api/events/{eventId}/members/{self}           | 401   404   404   yes   yes   yes   yes   yes   403  | 401   403   403   yes   yes   yes   yes   yes   403

        POST   /api/events/{eventId}/claims/{matchId}         | 401   403   403   403   yes   yes   yes   yes   yes  | 401   403   403   403   yes   yes   yes   yes   yes
        POST   /api/events/{eventId}/scores                   | 401   403   403   403   yes   yes   yes   yes   yes  | 401   403   403   403   yes   yes   yes   yes   yes
        POST   /api/events/{eventId}/scores/batch             | 401   403   403   403   yes   yes   yes   yes   yes  | 401   403   403   403   yes   yes   yes   yes   yes
        PUT    /api/events/{eventId}/matches/{matchId}/official| 401   403   403   403   409   409   yes   yes   409  | 401   403   403   403   409   409   yes   yes   409
        POST   /api/events/{eventId}/matches/{matchId}/incidents| 401   403   403   403   yes   yes   yes   yes   yes  | 401   403   403   403   yes   yes   yes   yes   yes
        PUT    /api/events/{eventId}/matches/{matchId}/clock  | 401   403   403   403   yes   yes   yes   yes   yes  | 401   403   403   403   yes   yes   yes   yes   yes
        PUT    /api/events/{eventId}/matches/{matchId}/lineups/{side}| 401   403   403   403   yes   yes   yes   yes   yes  | 401   403   403   403   yes   yes   yes   yes   yes
        DELETE /api/events/{eventId}/incidents/{incidentId}   | 401   403   403   403   404   404   404   404   404  | 401   403   403   403   404   404   404   404   404
        DELETE /api/events/{eventId}/claims/{matchId}         | 401   409   409   409   409   409   yes   yes   409  | 401   403   403   409   409   409   yes   yes   409

        PATCH  /api/events/{eventId}                          | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}                          | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PUT    /api/events/{eventId}/schedule                 | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/schedule/preview         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/matches                  | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PATCH  /api/events/{eventId}/matches/{matchId}        | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/matches/{matchId}        | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/teams                    | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PATCH  /api/events/{eventId}/teams/{teamId}           | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/teams/{teamId}           | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/teams/{teamId}/players   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PUT    /api/events/{eventId}/teams/{teamId}/players   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PATCH  /api/events/{eventId}/teams/{teamId}/players/{playerId}| 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/teams/{teamId}/players/{playerId}| 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/courts                   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PATCH  /api/events/{eventId}/courts/{courtId}         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/courts/{courtId}         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/divisions                | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/draws                    | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/draws/preview            | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PATCH  /api/events/{eventId}/divisions/{divisionId}   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/divisions/{divisionId}   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/members                  | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/members                  | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/members/{userId}         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PUT    /api/events/{eventId}/members/{userId}         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/members/{userId}         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/teams/{teamId}/members   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PUT    /api/events/{eventId}/teams/{teamId}/members/{userId}| 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/teams/{teamId}/members/{userId}| 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/teams/{teamId}/invitations| 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/teams/{teamId}/invitations| 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/teams/{teamId}/invitations/{invitationId}| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        GET    /api/events/{eventId}/teams/{teamId}/messages  | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/teams/{teamId}/messages  | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/teams/{teamId}/messages/{messageId}| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        POST   /api/events/{eventId}/teams/{teamId}/typing    | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/teams/{teamId}/messages/{messageId}| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        GET    /api/feed?topic=events/{eventId}/teams/1       | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/stream?topic=events/{eventId}/teams/1     | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        POST   /api/events/{eventId}/invitations              | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/invitations              | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/invitations/{invitationId}| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        POST   /api/auth/scorer-links                         | 404   404   404   404   404   404   404   404   404
        POST   /api/auth/scorer-links/preview                 | 404   404   404   404   404   404   404   404   404
        POST   /api/events/{eventId}/scorer-links             | 401   403   403   403   403   403   yes   yes   403   | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/scorer-links             | 401   403   403   403   403   403   yes   yes   403   | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/scorer-links/{scorerLinkId}| 401   403   403   403   403   403   404   404   403   | 401   403   403   403   403   403   404   404   403
        POST   /api/events/{eventId}/announcements            | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        DELETE /api/events/{eventId}/announcements/{announcementId}| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        POST   /api/events/{eventId}/webhooks                 | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/webhooks                 | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/webhooks/{webhookId}     | 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        PATCH  /api/events/{eventId}/webhooks/{webhookId}     | 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        DELETE /api/events/{eventId}/webhooks/{webhookId}     | 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        POST   /api/events/{eventId}/webhooks/{webhookId}/test| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        GET    /api/events/{eventId}/webhooks/{webhookId}/deliveries| 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        GET    /api/events/{eventId}/scores/conflicts         | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/brackets/conflicts       | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        PUT    /api/events/{eventId}/standings/{poolId}/ranks | 401   403   403   403   403   403   404   404   403  | 401   403   403   403   403   403   404   404   403
        POST   /api/events/{eventId}/import                   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        GET    /api/events/{eventId}/export                   | 401   403   403   403   403   403   yes   yes   403  | 401   403   403   403   403   403   yes   yes   403
        """;

    private const string Yes = "yes";

    private static readonly string[] Callers = ["anon", "user", "gone", "spect", "coach", "media", "organ", "admin", "helpr"];

    private static readonly string[] Visibilities = ["public", "members"];

    private static readonly string[] UnderAClaim = ["POST /api/events/{eventId}/scores", "POST /api/events/{eventId}/matches", "PUT /api/events/{eventId}/matches/{matchId}/clock", "PUT /api/events/{eventId}/matches/{matchId}/lineups/{side}"];

    /// <summary>The codes of a denial, so that a missing event isn't taken for one.</summary>
    private static readonly string[] Denials = ["token_required", "role_required", "invalid_credentials", "not_a_member", "forbidden", "member_not_found", "claim_held", "session_not_found", "invitation_not_found", "pool_not_found", "webhook_not_found", "scorer_link_not_found", "message_not_found", "incident_not_found", "lineup_not_found", "password_reset_not_found", "announcement_not_found"];

    /// <summary>The rows by operation: the cells of each event, as they stand in the table.</summary>
    private static readonly Dictionary<string, string[]> Rows = Table.Split('\n').Skip(2).Where(line => line.Length > 0).Select(line => line.Split('|'))
        .ToDictionary(parts => Words(parts[0]), parts => parts.Skip(1).Where(cells => cells.Trim().Length > 0).Select(Words).ToArray());

    public static TheoryData<string> Operations => new(Rows.Keys);

    [Fact]
    public async Task The_table_has_every_operation_of_the_document()
    {
        var document = JsonNode.Parse(await server.Nobody.GetStringAsync("/openapi/v1.json"))!;
        var documented = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        Assert.Equal(documented.Order(StringComparer.Ordinal), Rows.Keys.Select(row => row.Replace("{self}", "{userId}").Split('?')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_caller_may_do_what_the_table_says(string operation)
    {
        var expected = Rows[operation];
        for (var i = 0; i < expected.Length; i++)
        {
            var cells = new List<string>();
            var eventId = await EventAsync();
            foreach (var caller in Callers)
            {
                cells.Add(await OutcomeAsync(operation, caller, eventId));
                // What was removed is not there for the next caller.
                if (cells[^1] == Yes)
                    eventId = await EventAsync();
            }

            async Task<string> EventAsync() => operation.StartsWith("DELETE", StringComparison.Ordinal)
                ? await server.NewEventAsync(Visibilities[i])
                : server.SharedEvent(Visibilities[i]);
            var head = $"{Visibilities[i]}: {string.Join(' ', Callers)}\n";
            Assert.Equal(head + expected[i], head + string.Join(' ', cells));
        }
    }

    private static string Words(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Makes one caller's request, and returns its outcome as the table has it.</summary>
    private async Task<string> OutcomeAsync(string operation, string caller, string eventId)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        var own = Array.IndexOf(Callers, caller) + 1;
        var http = await server.ClientAsync(caller, eventId);
        // A score, an incident and a clock need a claim. Whoever may not claim may not write them either, and is rejected for that.
        var takesClaim = UnderAClaim.Any(write => operation.StartsWith(write, StringComparison.Ordinal));
        if (takesClaim)
            await http.PostAsJsonAsync($"/api/events/{eventId}/claims/{own}", new { });
        var address = path.Replace("{eventId}", eventId).Replace("{topic}", $"events/{eventId}").Replace("{other}", server.AnotherEvent)
            .Replace("{matchId}", (method == "POST" || takesClaim ? own : MatrixServer.OthersMatch).ToString(CultureInfo.InvariantCulture))
            .Replace("{userId}", server.Other.Id).Replace("{self}", server.UserId(caller) ?? "nobody")
            .Replace("{teamId}", Item(operation.Contains("/players") ? "GET" : method)).Replace("{playerId}", Item("GET")).Replace("{side}", "1").Replace("{courtId}", Item(method)).Replace("{divisionId}", Item(method))
            // There is none with this name, so that who may is told that.
            .Replace("{messageId}", "nothing").Replace("{webhookId}", "nothing").Replace("{scorerLinkId}", "nothing").Replace("{sessionId}", "nothing").Replace("{invitationId}", "nothing").Replace("{poolId}", "nothing").Replace("{incidentId}", "nothing").Replace("{token}", "nothing").Replace("{announcementId}", "nothing");
        if (operation.StartsWith("DELETE /api/events/{eventId}/matches/", StringComparison.Ordinal))
            address += "?affectScored=true";
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = Body(operation, own) is { } body ? JsonContent.Create(body) : null };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.IsSuccessStatusCode)
            return Yes;
        var problem = await response.Content.ReadFromJsonAsync<JsonNode>();
        Assert.True(Denials.Contains((string?)problem!["code"]), $"{method} {address} as {caller}: {problem}");
        return $"{(int)response.StatusCode}";
    }

    /// <summary>Returns the id of a team, court and division: of one that nothing uses if it is removed.</summary>
    private static string Item(string method) => (method == "DELETE" ? MatrixServer.Unused : 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a body that is accepted from a caller who may.</summary>
    private object? Body(string operation, int own) => operation switch
    {
        "POST /api/auth/register" => new { email = server.NewEmail(), password = LiveFeedServer.Password, displayName = "New" },
        "POST /api/auth/login" => new { email = server.Other.Email, password = LiveFeedServer.Password },
        "POST /api/auth/refresh" => new { refreshToken = server.Other.RefreshToken },
        "POST /api/notifications/read" => new { upTo = 0 },
        "PUT /api/notifications/settings" => new { off = Array.Empty<string>() },
        "DELETE /api/me" => new { password = "not-the-password" },
        "PUT /api/auth/password" => new { currentPassword = LiveFeedServer.Password, newPassword = LiveFeedServer.Password },
        "POST /api/auth/password-reset" => new { email = server.Other.Email },
        "PUT /api/auth/password-reset" => new { token = "nothing", newPassword = LiveFeedServer.Password },
        "POST /api/events/{eventId}/invitations" => new { role = "media" },
        "POST /api/events/{eventId}/scorer-links" => new { courtId = 1 },
        "POST /api/auth/scorer-links" or "POST /api/auth/scorer-links/preview" => operation.EndsWith("preview", StringComparison.Ordinal) ? new { secret = "nothing" } : new { secret = "nothing", name = "New" },
        "POST /api/events/{eventId}/announcements" => new { text = "Rain" },
        "POST /api/events/{eventId}/webhooks" => new { url = "https://receiver.invalid/" },
        "PATCH /api/events/{eventId}/webhooks/{webhookId}" => new { paused = true },
        "POST /api/events" => new { id = server.NewId(), name = "New", sport = "generic" },
        "PATCH /api/events/{eventId}" => new { name = "Renamed" },
        "PUT /api/events/{eventId}/schedule" or "POST /api/events/{eventId}/schedule/preview" => TestSchedule.Of(MatrixServer.OthersMatch),
        "POST /api/events/{eventId}/matches" => new { team1Id = 1, team2Label = "Somebody" },
        "PATCH /api/events/{eventId}/matches/{matchId}" => new { number = "M9" },
        "POST /api/events/{eventId}/teams" or "POST /api/events/{eventId}/courts" or "POST /api/events/{eventId}/divisions" => new { name = "New" },
        "PATCH /api/events/{eventId}/teams/{teamId}" or "PATCH /api/events/{eventId}/courts/{courtId}" or "PATCH /api/events/{eventId}/divisions/{divisionId}" => new { name = "Renamed" },
        "POST /api/events/{eventId}/draws" or "POST /api/events/{eventId}/draws/preview" => new { divisionId = 1, kind = "singleElimination", add = true, teams = new[] { new { name = server.NewId() }, new { name = server.NewId() } } },
        "POST /api/events/{eventId}/teams/{teamId}/players" or "PATCH /api/events/{eventId}/teams/{teamId}/players/{playerId}" => new { name = "Somebody" },
        "PUT /api/events/{eventId}/teams/{teamId}/players" => new { players = new[] { new { id = 1, name = "Somebody" } } },
        "PUT /api/events/{eventId}/matches/{matchId}/lineups/{side}" => new { players = new[] { new { person = "Somebody" } } },
        "POST /api/events/{eventId}/members" => new { email = server.Other.Email, role = "media" },
        "PUT /api/events/{eventId}/members/{userId}" => new { role = "media" },
        "PUT /api/events/{eventId}/teams/{teamId}/members/{userId}" or "POST /api/events/{eventId}/teams/{teamId}/invitations" => new { role = "player" },
        "POST /api/events/{eventId}/teams/{teamId}/messages" => new { text = "Hello" },
        "POST /api/events/{eventId}/scores" => new { matchId = own, sets = new[] { new { team1 = 1, team2 = 0 } }, status = "inProgress" },
        "POST /api/events/{eventId}/scores/batch" => new { scores = new[] { new { matchId = own, sets = new[] { new { team1 = 1, team2 = 0 } }, status = "inProgress", clientUpdateId = server.NewId() } } },
        "PUT /api/events/{eventId}/matches/{matchId}/official" => new { official = true },
        "PUT /api/events/{eventId}/standings/{poolId}/ranks" => new { ranks = Array.Empty<object>() },
        "POST /api/events/{eventId}/matches/{matchId}/incidents" => new { kind = "note" },
        "PUT /api/events/{eventId}/matches/{matchId}/clock" => new { period = 1, state = "stopped", elapsedMs = 0 },
        "PUT /api/events/{eventId}/coverage-plans" => new { selectedMatches = new[] { 1 } },
        _ => operation.StartsWith("POST", StringComparison.Ordinal) ? new { } : null,
    };
}
