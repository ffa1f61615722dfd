namespace LiveFeed.Domain;

/// <summary>An id that is a 32-bit integer, negative ones included.</summary>
public interface INumberId<TSelf>
    where TSelf : struct, INumberId<TSelf>
{
    int Value { get; }

    static abstract TSelf From(int number);
}
