using System.Globalization;
using System.Text;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>Notes on what a table must not hide: failed runs, and runs in which something was lost.</summary>
internal static class Notes
{
    public static string Of(IEnumerable<Row<LoadResult>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            foreach (var run in row.Runs.Where(run => !run.IsWhole))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {row.Peer.Name}: in a run, {run["lost"]:N0} of {run["expected"]:N0} deliveries were lost, {run["dup"]:N0} doubled, ")
                    .Append(CultureInfo.InvariantCulture, $"{run["disorder"]:N0} out of order; {run["publish_failed"]:N0} posts failed, {run["closed"]:N0} streams were closed{(run.Trouble.Length > 0 ? $" (the first: {run.Trouble})" : "")}.\n");
            }

            Failures(text, row.Peer.Name, row.Failures);
        }

        return text.Length == 0 ? "" : text.Append('\n').ToString();
    }

    public static string OfFailures<T>(IEnumerable<Row<T>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            Failures(text, row.Peer.Name, row.Failures);
        return text.Length == 0 ? "" : text.Append('\n').ToString();
    }

    private static void Failures(StringBuilder text, string name, IEnumerable<string> failures)
    {
        foreach (var failure in failures)
            text.Append(CultureInfo.InvariantCulture, $"- {name}: a run failed: {failure.ReplaceLineEndings(" ")}\n");
    }
}
