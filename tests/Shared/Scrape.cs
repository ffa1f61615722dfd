using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveFeed.Testing;

/// <summary>A value, with its labels as they are written between the braces.</summary>
public sealed record Sample(string Name, string Labels, double Value);

/// <summary>The response of <c>GET /metrics</c>. Reading fails if a line isn't in the Prometheus text format.</summary>
public sealed partial record Scrape(IReadOnlyDictionary<string, string> Types, IReadOnlyList<Sample> Samples)
{
    public static async Task<Scrape> ReadAsync(HttpClient http) => Parse(await http.GetStringAsync("/metrics"));

    /// <summary>Returns a value; null if there is none yet.</summary>
    public static async Task<double?> ValueAsync(HttpClient http, string name, string labels = "") => (await ReadAsync(http)).Value(name, labels);

    public double? Value(string name, string labels = "") => Samples.SingleOrDefault(sample => sample.Name == name && sample.Labels == labels)?.Value;

    private static Scrape Parse(string text)
    {
        var types = new Dictionary<string, string>();
        var samples = new List<Sample>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Line().Match(line);
            Assert.True(match.Success, $"Not of the format: {line}");
            if (match.Groups["type"] is { Success: true } type)
                types.Add(match.Groups["of"].Value, type.Value);
            else if (match.Groups["value"] is { Success: true } value)
                samples.Add(new Sample(match.Groups["name"].Value, match.Groups["labels"].Value, Number(value.Value)));
        }

        return new Scrape(types, samples);
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("""^(# HELP [a-z_][a-z0-9_]* .*|# TYPE (?<of>[a-z_][a-z0-9_]*) (?<type>counter|gauge|histogram)|(?<name>[a-z_][a-z0-9_]*)(\{(?<labels>([a-z_][a-z0-9_]*="([^"\\]|\\.)*"(,(?!\}))?)*)\})? (?<value>-?[0-9.E+-]+|NaN|[+-]Inf))$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
