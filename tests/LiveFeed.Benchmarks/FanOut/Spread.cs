using System.Globalization;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>A figure over repeated runs.</summary>
internal readonly record struct Spread(double Median, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        var middle = ordered.Count / 2;
        var median = ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
        return new Spread(median, ordered[0], ordered[^1]);
    }

    /// <summary>Returns the median, followed by the range in brackets.</summary>
    public override string ToString() => Min == Max ? Figure(Median) : $"{Figure(Median)} ({Figure(Min)}..{Figure(Max)})";

    /// <summary>Formats a figure with three significant digits and separated thousands; whole numbers stay whole.</summary>
    public static string Figure(double value) => value.ToString(Math.Abs(value) switch
    {
        >= 100 => "N0",
        var small when small == Math.Floor(small) => "N0",
        >= 10 => "N1",
        _ => "N2",
    }, CultureInfo.InvariantCulture);
}
