namespace LiveFeed.Domain.Sessions;

/// <summary>An open session, as its user sees it.</summary>
/// <param name="Id">The id, which access tokens carry as <c>sid</c>.</param>
/// <param name="Device">The browser and the system, or the program; null if it didn't say.</param>
/// <param name="CreatedAt">When the user signed in; null if that was with an earlier version of the server.</param>
/// <param name="LastUsedAt">When it was last renewed; null if that was with an earlier version of the server.</param>
/// <param name="Current">Whether this request belongs to it.</param>
public sealed record SessionSummary(string Id, string? Device, DateTimeOffset? CreatedAt, DateTimeOffset? LastUsedAt, bool Current)
{
    /// <param name="token">The last token of the session's family.</param>
    /// <param name="current">The id of the session that asks.</param>
    public static SessionSummary From(RefreshToken token, string? current) => new(
        token.FamilyId, token.Device, TokenFamily.HasStart(token.FamilyId) ? TokenFamily.StartOf(token.FamilyId) : null, token.IssuedAt,
        token.FamilyId == current);
}
