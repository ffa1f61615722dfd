namespace LiveFeed.Domain;

/// <summary>
/// Every reason for which LiveFeed rejects a request. On the wire and in metrics a code is written in snake_case (<c>ClaimHeld</c> is
/// <c>claim_held</c>). A code never changes its meaning and is never reused.
/// </summary>
public enum ErrorCode
{
    // 400
    InvalidRequest,
    InvalidJson,
    InvalidEventId,
    InvalidIdempotencyKey,

    // 401, 403
    TokenRequired,
    InvalidToken,
    TokenExpired,
    SessionEnded,
    InvalidCredentials,
    InvalidRefreshToken,
    RefreshSuperseded,
    InvalidTicket,
    WrongPassword,
    Forbidden,
    NotAMember,
    RoleRequired,
    MatchNotInLink,
    ClaimRequired,

    // 404, 405
    NotFound,
    EventNotFound,
    TopicNotFound,
    MatchNotFound,
    TeamNotFound,
    PlayerNotFound,
    CourtNotFound,
    DivisionNotFound,
    ScoreNotFound,
    ClaimNotFound,
    PoolNotFound,
    IncidentNotFound,
    ClockNotFound,
    LineupNotFound,
    UserNotFound,
    MemberNotFound,
    MessageNotFound,
    SessionNotFound,
    InvitationNotFound,
    ScorerLinkNotFound,
    AnnouncementNotFound,
    WebhookNotFound,
    PasswordResetNotFound,
    MethodNotAllowed,

    // 409
    ClaimHeld,
    StaleUpdate,
    EventExists,
    EmailTaken,
    EventArchived,
    LastOrganizer,
    LastAdministrator,
    ScoredMatchesAffected,
    FormatContradictsScores,
    ScoreOfficial,
    ScoreFollowsRubbers,
    TieHasScore,
    IdTaken,
    InUse,
    DivisionHasMatches,
    LimitReached,

    // 412, 413, 415, 422
    VersionMismatch,
    BodyTooLarge,
    UnsupportedMediaType,
    IdempotencyKeyReused,
    InvalidScore,
    InvalidIncident,
    InvalidClock,
    InvalidLineup,
    InvalidSchedule,
    UnknownSport,
    InvalidFormat,
    InvalidDraw,
    DifferentSports,

    // 429, 5xx
    RateLimited,
    TooManyStreams,
    TooManyReplays,
    Overloaded,
    StorageUnavailable,
    InternalError,
}
