using System.Text.Json;

namespace LiveFeed.Domain.Feed;

/// <summary>
/// Why a stream was closed. On the wire (<c>bye</c>) and in metrics a reason is written in snake_case. Reasons marked silent are not sent
/// to the client, which has gone or doesn't read.
/// </summary>
public enum CloseReason
{
    /// <summary>The client went away (silent).</summary>
    ClientGone,

    /// <summary>The client read nothing for too long (silent).</summary>
    Stalled,

    /// <summary>This instance is shutting down; the client resumes on another.</summary>
    ServerDraining,

    /// <summary>The access token expired; the client signs in or refreshes, and resumes.</summary>
    TokenExpired,

    /// <summary>The user has ended the session, by signing out or from another device; the client signs in, and resumes.</summary>
    SessionEnded,

    /// <summary>The user may not read this event any more.</summary>
    AccessRevoked,

    /// <summary>The event is over; a new connection gets the status 204, so that browsers stop.</summary>
    EventArchived,

    /// <summary>The replay has sent everything that is stored; a new connection gets the status 204, so that browsers stop.</summary>
    ReplayEnded,

    /// <summary>The event was removed.</summary>
    EventDeleted,

    /// <summary>The topic was removed: the room of a team that is gone.</summary>
    TopicDeleted,

    /// <summary>A fault in the server; the client resumes.</summary>
    InternalError,

    /// <summary>
    /// The topic's log is not the one that this stream has followed: the database was restored, or the event was created anew. Not sent: the
    /// stream goes on with a snapshot that says so.
    /// </summary>
    OtherHistory,
}

public static class CloseReasons
{
    private static readonly Dictionary<CloseReason, string> Names = Enum.GetValues<CloseReason>()
        .ToDictionary(reason => reason, reason => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()));

    /// <summary>Returns whether the reason is not sent to the client.</summary>
    public static bool IsSilent(this CloseReason reason) => reason is CloseReason.ClientGone or CloseReason.Stalled;

    /// <summary>Returns the reason as clients see it, such as <c>server_draining</c>.</summary>
    public static string ToWireName(this CloseReason reason) => Names[reason];
}
