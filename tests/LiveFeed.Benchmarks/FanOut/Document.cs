namespace LiveFeed.Benchmarks.FanOut;

/// <summary>
/// Replaces the text between two marker comments, <c>&lt;!-- fanout NAME begin --&gt;</c> and <c>end</c>, in a Markdown file.
/// </summary>
internal static class Document
{
    public static async Task WriteAsync(string path, string name, string text, CancellationToken cancellationToken)
    {
        var (begin, end) = ($"<!-- fanout {name} begin -->\n", $"<!-- fanout {name} end -->");
        var all = await File.ReadAllTextAsync(path, cancellationToken);
        var from = all.IndexOf(begin, StringComparison.Ordinal);
        var to = all.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{path} has no markers {begin.Trim()} and {end}.");
        await File.WriteAllTextAsync(path, string.Concat(all.AsSpan(0, from + begin.Length), text, all.AsSpan(to)), cancellationToken);
    }
}
