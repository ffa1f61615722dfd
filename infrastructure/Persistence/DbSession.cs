namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// What the stores of one scope work on: the context of the transaction that the scope's command runs in, or one of its own for reads.
/// Gathers what the command has to tell.
/// </summary>
internal sealed class DbSession(IContexts contexts) : IFeedOutbox, IAsyncDisposable
{
    private readonly List<Aggregate> watched = [];
    private readonly HashSet<Aggregate> known = [];
    private LiveFeedContext? joined;
    private Lookups? lookups;
    private LiveFeedContext? own;

    public LiveFeedContext Db => joined ?? (own ??= contexts.Create());

    public bool InTransaction => joined is not null;

    public List<FeedEntryDraft> Entries { get; } = [];

    public HashSet<string> ChangedAccess { get; } = [];

    /// <summary>Rows to be added that nothing of this transaction changes again.</summary>
    public List<object> Appended { get; } = [];

    /// <summary>A row by its key: what the transaction knows of it, or else what the query finds.</summary>
    public async Task<T?> FindAsync<T>(object key, Func<LiveFeedContext, Task<T?>> query)
        where T : class
    {
        if (lookups is not null && lookups.TryGet<T>(key, out var known))
            return known;
        var found = await query(Db);
        lookups?.Put(key, found);
        return found;
    }

    /// <summary>Adds a row, so that those who look it up in this transaction find it.</summary>
    public void Add<T>(object key, T row)
        where T : class
    {
        Db.Add(row);
        lookups?.Put(key, row);
    }

    /// <summary>Adds a row that nothing of this transaction changes again: such rows cost less than tracked ones.</summary>
    public void Append(object row) => Appended.Add(row);

    /// <summary>The same, so that those who look it up in this transaction find it.</summary>
    public void Append<T>(object key, T row)
        where T : class
    {
        Append(row);
        lookups?.Put(key, row);
    }

    /// <summary>Removes a row, so that those who look it up in this transaction don't find it.</summary>
    public void Remove<T>(object key, T row)
        where T : class
    {
        Db.Remove(row);
        lookups?.Put<T>(key, null);
    }

    /// <summary>Remembers an aggregate, so that what it raises is published with the command.</summary>
    public T? Watch<T>(T? aggregate)
        where T : Aggregate
    {
        if (aggregate is not null && known.Add(aggregate))
            watched.Add(aggregate);
        return aggregate;
    }

    public void Add(FeedEntryDraft entry) => Entries.Add(entry);

    public void AccessChanged(string eventId) => ChangedAccess.Add(eventId);

    public void Join(LiveFeedContext db, Lookups shared)
    {
        (joined, lookups) = (db, shared);
        watched.Clear();
        known.Clear();
        Entries.Clear();
        ChangedAccess.Clear();
        Appended.Clear();
    }

    public void Leave() => (joined, lookups) = (null, null);

    public IEnumerable<MediatR.INotification> TakeRaised() => watched.SelectMany(aggregate => aggregate.TakeRaised()).ToList();

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
    }
}
