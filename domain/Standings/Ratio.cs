namespace LiveFeed.Domain.Standings;

/// <summary>
/// A number that is compared exactly: by whole numbers, never by floating point. x/0 is infinite. 0/0 is zero, so that a team that has not
/// played is not better than one that has lost.
/// </summary>
internal readonly record struct Ratio : IComparable<Ratio>
{
    private readonly long numerator;
    private readonly long denominator;

    public Ratio(long numerator, long denominator)
    {
        this.numerator = numerator;
        this.denominator = numerator == 0 ? 1 : denominator;
    }

    public static implicit operator Ratio(long number) => new(number, 1);

    public int CompareTo(Ratio other) => (numerator * other.denominator).CompareTo(other.numerator * denominator);
}
