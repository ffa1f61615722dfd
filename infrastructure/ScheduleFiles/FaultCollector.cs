namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Gathers the faults of a file, so that all of them are reported and not only the first.</summary>
internal sealed class FaultCollector
{
    private readonly List<FileFault> faults = [];

    public int Count => faults.Count;

    /// <summary>Whether there are as many faults as are reported. What comes after them need not be read.</summary>
    public bool IsFull => faults.Count >= FileFault.MaxFaults;

    /// <summary>The faults as they are reported, by line.</summary>
    public IReadOnlyList<FileFault> Reported => [.. faults.OrderBy(fault => fault.Line).Take(FileFault.MaxFaults)];

    public void Add(FileFault fault) => faults.Add(fault);

    public void AddRange(IEnumerable<FileFault> found) => faults.AddRange(found);

    /// <summary>Returns what was read, or the type's default if it is invalid.</summary>
    public T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidFileException invalid)
        {
            faults.AddRange(invalid.Faults);
            return default;
        }
    }

    /// <summary>Reads the items of a list, as far as there are not too many faults or items.</summary>
    public List<T> TryAll<TItem, T>(IEnumerable<TItem> items, Func<TItem, int, T> read)
        where T : notnull
    {
        var good = new List<T>();
        foreach (var (index, item) in items.Index())
        {
            if (index == Schedule.MaxMatches)
                Add(FileFault.TooManyMatches(null));
            if (IsFull || index == Schedule.MaxMatches)
                break;
            var before = Count;
            var one = Try(() => read(item, index));
            if (Count == before)
                good.Add(one!);
        }

        return good;
    }

    /// <exception cref="InvalidFileException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
            throw new InvalidFileException(Reported);
    }
}
