using System.Text.Json;

namespace LiveFeed.Domain.Feed;

/// <summary>Why a reader got a snapshot in place of the entries that it requested.</summary>
public enum ResetReason
{
    UnknownCursor,
    OtherEpoch,
    OtherHistory,
    TooFarBehind,
    Lagging,
}

public static class ResetReasons
{
    /// <summary>Returns the reason as clients see it, such as <c>too-far-behind</c>.</summary>
    public static string ToWireName(this ResetReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());
}
