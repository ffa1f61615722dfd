namespace LiveFeed.Benchmarks.Soak;

/// <summary>A reader of an event's feed that checks what it gets.</summary>
internal interface IReader
{
    string EventId { get; }

    ReaderPosition Position { get; }
}
