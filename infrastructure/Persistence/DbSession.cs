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
    private LiveFeedContext? own;

    public LiveFeedContext Db => joined ?? (own ??= contexts.Create());

    public bool InTransaction => joined is not null;

    public List<FeedEntryDraft> Entries { get; } = [];

    public HashSet<string> ChangedAccess { get; } = [];

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

    public void Join(LiveFeedContext db)
    {
        joined = db;
        watched.Clear();
        known.Clear();
        Entries.Clear();
        ChangedAccess.Clear();
    }

    public void Leave() => joined = null;

    public IEnumerable<MediatR.INotification> TakeRaised() => watched.SelectMany(aggregate => aggregate.TakeRaised()).ToList();

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
    }
}
