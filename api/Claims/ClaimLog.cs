namespace LiveFeed.Api.Claims;

/// <summary>What an operator may be asked about claims: who took whose match over.</summary>
internal sealed partial class ClaimLog(ILogger<ClaimLog> logger)
{
    public void TakenOver(UserId user, MatchId match, EventId eventId, UserId holder) => Log.TakenOver(logger, user, match, eventId, holder);

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.ClaimTakenOver, Level = LogLevel.Information, Message = "{User} took match {Match} of {Event} over from {Holder}.")]
        public static partial void TakenOver(ILogger logger, UserId user, MatchId match, EventId @event, UserId holder);
    }
}
