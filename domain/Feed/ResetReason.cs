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

    /// <summary>Returns why a reader starts anew whose feed another one has replaced.</summary>
    /// <param name="before">The epoch of the feed's log.</param>
    /// <param name="now">The epoch of the other one's.</param>
    public static ResetReason OfReplacement(string before, string now) => before == now ? ResetReason.OtherHistory : ResetReason.OtherEpoch;
}
