namespace LiveFeed.Benchmarks.FanOut;

/// <summary>A figure of each row, divided by that of the servers to which all are compared.</summary>
internal sealed class Ratios<T>(IReadOnlyList<Row<T>> rows, Func<T, double> figure)
{
    private static readonly string[] Names = ["nchan", "typedresults", "c"];

    public static IReadOnlyList<string> Columns { get; } = ["÷ nchan", "÷ TypedResults", "÷ C"];

    /// <summary>Returns the ratios of medians, in the order of the columns; n/a if one of the two was not measured.</summary>
    public IEnumerable<string> Of(Row<T> row) => Names.Select(name =>
        row.Of(figure) is { } own && rows.FirstOrDefault(other => other.Peer.Name == name)?.Of(figure) is { Median: > 0 } other
            ? $"×{Spread.Figure(own.Median / other.Median)}"
            : "n/a");
}
