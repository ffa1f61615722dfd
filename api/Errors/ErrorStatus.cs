namespace LiveFeed.Api.Errors;

/// <summary>The HTTP status of each error code.</summary>
internal static class ErrorStatus
{
    public static int ToStatusCode(ErrorCode code) => code switch
    {
        ErrorCode.InvalidRequest or ErrorCode.InvalidJson or ErrorCode.InvalidEventId or ErrorCode.InvalidIdempotencyKey => 400,
        ErrorCode.TokenRequired or ErrorCode.InvalidToken or ErrorCode.TokenExpired or ErrorCode.SessionEnded or ErrorCode.InvalidCredentials
            or ErrorCode.InvalidRefreshToken or ErrorCode.RefreshSuperseded or ErrorCode.InvalidTicket => 401,
        ErrorCode.WrongPassword or ErrorCode.Forbidden or ErrorCode.NotAMember or ErrorCode.RoleRequired or ErrorCode.MatchNotInLink or ErrorCode.ClaimRequired => 403,
        ErrorCode.NotFound or ErrorCode.EventNotFound or ErrorCode.TopicNotFound or ErrorCode.MatchNotFound or ErrorCode.TeamNotFound or ErrorCode.PlayerNotFound
            or ErrorCode.CourtNotFound or ErrorCode.DivisionNotFound or ErrorCode.ScoreNotFound or ErrorCode.ClaimNotFound or ErrorCode.PoolNotFound
            or ErrorCode.IncidentNotFound or ErrorCode.ClockNotFound or ErrorCode.LineupNotFound
            or ErrorCode.UserNotFound or ErrorCode.MemberNotFound or ErrorCode.MessageNotFound or ErrorCode.WebhookNotFound or ErrorCode.SessionNotFound or ErrorCode.InvitationNotFound or ErrorCode.ScorerLinkNotFound or ErrorCode.AnnouncementNotFound
            or ErrorCode.PasswordResetNotFound => 404,
        ErrorCode.MethodNotAllowed => 405,
        ErrorCode.ClaimHeld or ErrorCode.StaleUpdate or ErrorCode.EventExists or ErrorCode.EmailTaken or ErrorCode.EventArchived
            or ErrorCode.LastOrganizer or ErrorCode.LastAdministrator or ErrorCode.ScoredMatchesAffected or ErrorCode.FormatContradictsScores or ErrorCode.ScoreOfficial or ErrorCode.IdTaken or ErrorCode.InUse
            or ErrorCode.ScoreFollowsRubbers or ErrorCode.TieHasScore or ErrorCode.DivisionHasMatches or ErrorCode.LimitReached => 409,
        ErrorCode.VersionMismatch => 412,
        ErrorCode.BodyTooLarge => 413,
        ErrorCode.UnsupportedMediaType => 415,
        ErrorCode.IdempotencyKeyReused or ErrorCode.InvalidScore or ErrorCode.InvalidIncident or ErrorCode.InvalidClock or ErrorCode.InvalidLineup or ErrorCode.InvalidSchedule or ErrorCode.UnknownSport
            or ErrorCode.InvalidFormat or ErrorCode.InvalidDraw or ErrorCode.DifferentSports => 422,
        ErrorCode.RateLimited or ErrorCode.TooManyStreams or ErrorCode.TooManyReplays => 429,
        ErrorCode.InternalError => 500,
        ErrorCode.Overloaded or ErrorCode.StorageUnavailable => 503,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This code has no status yet."),
    };

    /// <summary>Returns the code as a short title: "Claim held".</summary>
    public static string Title(ErrorCode code)
    {
        var words = code.ToWireName().Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
