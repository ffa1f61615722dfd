namespace LiveFeed.Infrastructure.ScheduleFiles;

/// <summary>Gathers the faults of a file, so that all of them are reported and not only the first.</summary>
internal sealed class FaultCollector
{
    private readonly List<FileFault> faults = [];

    public int Count => faults.Count;

    /// <summary>Whether there are as many faults as are reported. What comes after them need not be read.</summary>
    public bool IsFull => faults.Count >= FileFault.MaxFaults;

    public void Add(FileFault fault) => faults.Add(fault);

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

    /// <exception cref="InvalidFileException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
            throw new InvalidFileException([.. faults.Take(FileFault.MaxFaults)]);
    }
}
