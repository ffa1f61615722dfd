using LiveFeed.Infrastructure.Streaming.Delivery;

namespace LiveFeed.Infrastructure.Streaming.Replays;

/// <summary>Ends a replay as a live stream would end: with the client, its session, its token, its access, its event or its server.</summary>
internal sealed class ReplayEnd : IAsyncDisposable
{
    private readonly StreamRequest request;
    private readonly CancellationTokenSource over = new();
    private readonly CancellationTokenSource? expired;
    private readonly IDisposable? session;
    private readonly List<CancellationTokenRegistration> registrations = [];
    private int reason = -1;

    public ReplayEnd(StreamRequest request, IEndedSessions endedSessions, CancellationToken draining, CancellationToken clientGone, TimeProvider time)
    {
        this.request = request;
        request.Feed.AccessChanged += CheckAccess;
        registrations.Add(clientGone.UnsafeRegister(_ => Close(CloseReason.ClientGone), null));
        registrations.Add(draining.UnsafeRegister(_ => Close(CloseReason.ServerDraining), null));
        if (request.SessionId is { } sessionId)
            session = endedSessions.Watch(sessionId, () => Close(CloseReason.SessionEnded));
        if (request.EndsAt is { } end)
        {
            var left = end - time.GetUtcNow();
            expired = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
            registrations.Add(expired.Token.UnsafeRegister(_ => Close(CloseReason.TokenExpired), null));
        }

        CheckAccess();
    }

    /// <summary>Cancelled when the replay is to end.</summary>
    public CancellationToken Token => over.Token;

    /// <summary>Why it ends; null while it doesn't.</summary>
    public CloseReason? Reason => Volatile.Read(ref reason) is >= 0 and var known ? (CloseReason)known : null;

    /// <summary>Returns whether the reader may have what has been chosen: access is checked after that.</summary>
    public bool MayRead()
    {
        CheckAccess();
        return Reason is null;
    }

    public async ValueTask DisposeAsync()
    {
        request.Feed.AccessChanged -= CheckAccess;
        session?.Dispose();
        foreach (var registration in registrations)
            await registration.DisposeAsync();
        expired?.Dispose();
        // over itself stays: Close may be cancelling it at this moment.
    }

    private void CheckAccess()
    {
        // What is archived is what replays are for.
        if (request.Feed.AccessState.GetCloseReason(request.Identity) is { } found and not CloseReason.EventArchived)
            Close(found == CloseReason.OtherHistory ? CloseReason.InternalError : found);
    }

    private void Close(CloseReason why)
    {
        if (Interlocked.CompareExchange(ref reason, (int)why, -1) == -1)
            // On another thread: what runs then must not delay whoever has changed access, or ends the session.
            _ = over.CancelAsync();
    }
}
