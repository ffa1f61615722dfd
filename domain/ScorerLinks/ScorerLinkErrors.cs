namespace LiveFeed.Domain.ScorerLinks;

internal static class ScorerLinkErrors
{
    public static readonly Error NotFound = new(
        ErrorCode.ScorerLinkNotFound, "This scorer link was revoked, or it has expired. Ask an organizer for another one.");
}
