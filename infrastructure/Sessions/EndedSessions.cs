using System.Collections.Concurrent;

namespace LiveFeed.Infrastructure.Sessions;

/// <summary>The ended sessions that this process knows of: at once those that it ends itself, soon those that others end (<see cref="EndedSessionsReader"/>).</summary>
internal sealed class EndedSessions : IEndedSessions
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Action>> watched = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public bool Contains(string sessionId) => ended.ContainsKey(sessionId);

    public IDisposable Watch(string sessionId, Action ended)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(sessionId, out var actions))
                watched.Add(sessionId, actions = []);
            actions.Add(ended);
        }

        // After it is added: a session that ends in between is found here or by Add.
        if (Contains(sessionId))
            ended();
        return new Watcher(this, sessionId, ended);
    }

    /// <summary>Adds a session whose end is committed.</summary>
    public void Add(EndedSession session)
    {
        if (!ended.TryAdd(session.Id, session.ExpiresAt))
            return;
        Action[] actions;
        lock (gate)
            actions = watched.TryGetValue(session.Id, out var found) ? [.. found] : [];
        foreach (var action in actions)
            action();
    }

    /// <summary>Removes sessions of which no access token can be used any more.</summary>
    public void RemoveExpired(DateTimeOffset now)
    {
        foreach (var (id, expiresAt) in ended)
        {
            if (expiresAt <= now)
                ended.TryRemove(id, out _);
        }
    }

    private void Remove(string sessionId, Action action)
    {
        lock (gate)
        {
            if (watched.TryGetValue(sessionId, out var actions) && actions.Remove(action) && actions.Count == 0)
                watched.Remove(sessionId);
        }
    }

    private sealed class Watcher(EndedSessions sessions, string sessionId, Action action) : IDisposable
    {
        public void Dispose() => sessions.Remove(sessionId, action);
    }
}
