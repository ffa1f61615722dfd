using System.Text.Json;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// Why a stream ended. On the wire (<c>bye</c>), in metrics and in logs a reason is written in snake_case; those marked silent are
/// not told to the client, which has gone or doesn't read.
/// </summary>
public enum CloseReason
{
    /// <summary>The client went away (silent).</summary>
    ClientGone,

    /// <summary>The client read nothing for too long (silent).</summary>
    Stalled,

    /// <summary>This instance shuts down; the client resumes on another.</summary>
    ServerDraining,

    /// <summary>The access token ended; the client signs in or refreshes, and resumes.</summary>
    TokenExpired,

    /// <summary>The user may not read this event any more.</summary>
    AccessRevoked,

    /// <summary>The event is over; a new connection answers 204, so that browsers stop.</summary>
    EventArchived,

    /// <summary>The event was removed.</summary>
    EventDeleted,

    /// <summary>A fault of the server's; the client resumes.</summary>
    InternalError,
}

public static class CloseReasons
{
    private static readonly Dictionary<CloseReason, string> Names = Enum.GetValues<CloseReason>()
        .ToDictionary(reason => reason, reason => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()));

    /// <summary>Whether there is nobody to tell it to.</summary>
    public static bool IsSilent(this CloseReason reason) => reason is CloseReason.ClientGone or CloseReason.Stalled;

    /// <summary>The reason as clients see it, such as <c>server_draining</c>.</summary>
    public static string Wire(this CloseReason reason) => Names[reason];
}
