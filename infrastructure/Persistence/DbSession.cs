using MediatR;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// The state that the stores of one scope share: the context of the transaction in which the scope's command runs, or a context of its own
/// for reads. Collects what the command publishes.
/// </summary>
internal sealed class DbSession(ILiveFeedContextFactory contexts) : IFeedEntryCollector, IRaisedNotifications, IDerivedWork, IAsyncDisposable
{
    private LiveFeedContext? enlisted;
    private IdentityMap? lookups;
    private List<Aggregate> aggregates = [];
    private LiveFeedContext? own;

    public LiveFeedContext Db => enlisted ?? (own ??= contexts.Create());

    public bool InTransaction => enlisted is not null;

    public List<FeedEntryDraft> Entries { get; } = [];

    public HashSet<string> ChangedAccess { get; } = [];

    /// <summary>The sessions that the command ends.</summary>
    public List<EndedSession> EndedSessions { get; } = [];

    /// <summary>What derived state has to be computed for.</summary>
    public List<(EventId EventId, DerivedChange Change)> Derived { get; } = [];

    /// <summary>Rows to add that this transaction doesn't change again.</summary>
    public List<object> Appended { get; } = [];

    /// <summary>Returns a row by its key: from what this transaction has looked up already, or else from the query.</summary>
    public async Task<T?> FindAsync<T>(object key, Func<LiveFeedContext, Task<T?>> query)
        where T : class
    {
        if (lookups is not null && lookups.TryGet<T>(key, out var known))
            return known;
        var found = await query(Db);
        lookups?.Put(key, found);
        return found;
    }

    /// <summary>Adds a row. Look-ups in this transaction find it.</summary>
    public void Add<T>(object key, T row)
        where T : class
    {
        Db.Add(row);
        lookups?.Put(key, row);
    }

    /// <summary>Adds a row that this transaction doesn't change again. Such rows cost less than tracked ones.</summary>
    public void Append(object row) => Appended.Add(row);

    /// <summary>Adds such a row. Look-ups in this transaction find it.</summary>
    public void Append<T>(object key, T row)
        where T : class
    {
        Append(row);
        lookups?.Put(key, row);
    }

    /// <summary>Removes a row. Look-ups in this transaction don't find it any more.</summary>
    public void Remove<T>(object key, T row)
        where T : class
    {
        Db.Remove(row);
        lookups?.Put<T>(key, null);
    }

    public void Add(FeedEntryDraft entry) => Entries.Add(entry);

    public void Add(EventId eventId, DerivedChange change) => Derived.Add((eventId, change));

    public void AccessChanged(string topic) => ChangedAccess.Add(topic);

    /// <summary>Makes the stores work in a transaction.</summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="shared">What the transaction has looked up.</param>
    /// <param name="tracked">The aggregates that the context tracks; the transaction keeps it up to date.</param>
    public void Enlist(LiveFeedContext db, IdentityMap shared, List<Aggregate> tracked)
    {
        EnlistAgain(db, shared, tracked);
        Entries.Clear();
        Derived.Clear();
        ChangedAccess.Clear();
        EndedSessions.Clear();
        Appended.Clear();
    }

    /// <summary>Makes the stores work in the transaction again, for what follows from its commands. What they have collected stays.</summary>
    public void EnlistAgain(LiveFeedContext db, IdentityMap shared, List<Aggregate> tracked) => (enlisted, lookups, aggregates) = (db, shared, tracked);

    public void Delist() => (enlisted, lookups, aggregates) = (null, null, []);

    // Commands of a group share the aggregates. Those before this one have taken theirs.
    public IReadOnlyList<INotification> Take()
    {
        List<RaisedNotification>? raised = null;
        foreach (var aggregate in aggregates)
        {
            if (aggregate.HasRaised)
                (raised ??= []).AddRange(aggregate.TakeRaised());
        }

        return raised is null ? [] : [.. raised.OrderBy(one => one.Order).Select(one => one.Notification)];
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
    }
}
