namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The commands that wait for a transaction, in the order in which they came. Commands of one event, or of one user, are never in two groups at once: they would wait for the
/// same locked row, and one of the workers with them.
/// </summary>
/// <param name="capacity">How many may wait.</param>
/// <param name="maxGroup">How many a group holds at most.</param>
/// <param name="workers">How many take groups.</param>
internal sealed class WaitingCommands(int capacity, int maxGroup, int workers) : IDisposable
{
    private readonly LinkedList<QueuedCommand> waiting = [];
    private readonly HashSet<object> busy = [];
    private readonly SemaphoreSlim changed = new(0);
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>Whether there will be no more commands.</summary>
    public bool IsOver
    {
        get
        {
            lock (gate)
                return closed && waiting.Count == 0;
        }
    }

    /// <summary>When the first one was queued: a timestamp of the time provider. Null if none waits.</summary>
    public long? OldestQueuedAt
    {
        get
        {
            lock (gate)
                return waiting.First?.Value.QueuedAt;
        }
    }

    /// <summary>Adds a command. Returns false if too many wait, or it is closed.</summary>
    public bool TryAdd(QueuedCommand command)
    {
        lock (gate)
        {
            if (closed || waiting.Count >= capacity)
                return false;
            waiting.AddLast(command);
            Wake();
            return true;
        }
    }

    /// <summary>Takes no more commands.</summary>
    public void Close()
    {
        lock (gate)
        {
            if (closed)
                return;
            closed = true;
            changed.Release(workers);
        }
    }

    /// <summary>Completes when there may be a command to take, or will be none.</summary>
    public Task ChangedAsync() => changed.WaitAsync();

    public void Dispose() => changed.Dispose();

    /// <summary>
    /// Takes the first command that needn't wait for another group, and those after it that may share its transaction. Takes none if there is no such command.
    /// </summary>
    // Step W4: commands that wait together.
    public void Take(List<QueuedCommand> group)
    {
        lock (gate)
        {
            HashSet<object>? ofGroup = null;
            HashSet<object>? passed = null;
            for (var node = waiting.First; node is not null && group.Count < maxGroup && (group.Count == 0 || group[0].MayShare);)
            {
                var (item, at) = (node.Value, node);
                node = node.Next;
                if (item.Key is { } key && ((busy.Contains(key) && ofGroup?.Contains(key) != true) || passed?.Contains(key) == true))
                    continue;
                if (group.Count > 0 && !item.MayShare)
                {
                    // What comes after it for the same row must not overtake it.
                    if (item.Key is not null)
                        (passed ??= []).Add(item.Key);
                    continue;
                }

                waiting.Remove(at);
                if (!item.TryTake())
                    continue;
                group.Add(item);
                if (item.Key is not null && busy.Add(item.Key))
                    (ofGroup ??= []).Add(item.Key);
            }
        }
    }

    /// <summary>A group's transaction has ended: others of its events may be taken.</summary>
    public void Release(List<QueuedCommand> group)
    {
        lock (gate)
        {
            foreach (var item in group)
            {
                if (item.Key is not null)
                    busy.Remove(item.Key);
            }

            // What waited for this group's events can be taken by any worker.
            if (waiting.Count > 0)
                Wake();
        }
    }

    // As many as there are workers are enough: each looks at everything that waits.
    private void Wake()
    {
        if (changed.CurrentCount < workers)
            changed.Release();
    }
}
