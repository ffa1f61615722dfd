namespace LiveFeed.Domain.Sessions;

/// <summary>
/// The ids of token families: UUIDs of version 7, which carry the time of the sign-in. Earlier families are random and carry none.
/// </summary>
internal static class TokenFamily
{
    public static string Create(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    public static bool HasStart(string familyId) => Guid.ParseExact(familyId, "N").Version == 7;

    /// <summary>Returns when the user signed in.</summary>
    public static DateTimeOffset StartOf(string familyId) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(familyId[..12], 16));
}
