using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>A condition on a metric's label in an expression.</summary>
internal sealed record LabelMatcher(string Metric, string Label, string Operator, string Value);

/// <summary>The expressions on metrics in deploy: of alerts, of the dashboard and of the autoscaler.</summary>
internal static partial class PromQl
{
    private const string Dashboard = "deploy/grafana/dashboards/livefeed.json";
    private const string Autoscaler = "deploy/kubernetes/autoscaler.yaml";
    private const string Adapter = "deploy/prometheus/adapter.values.yml";

    /// <summary>Returns every expression, with the file that has it.</summary>
    public static IEnumerable<(string File, string Expression)> Expressions() =>
    [
        .. Find(DeployFiles.Yaml(DeployFiles.Rules)[0], "expr").Select(expression => (DeployFiles.Rules, expression)),
        .. Find(JsonDocument.Parse(Repository.Read(Dashboard)).RootElement, "expr", "definition").Select(expression => (Dashboard, expression)),
        .. Find(DeployFiles.Yaml(Autoscaler)[0].GetProperty("spec").GetProperty("metrics"), "name").Select(expression => (Autoscaler, expression)),
        .. Find(DeployFiles.Yaml(Adapter)[0].GetProperty("rules"), "seriesQuery").Select(expression => (Adapter, expression)),
    ];

    /// <summary>Returns the metrics that an expression names, without those that Prometheus makes itself.</summary>
    public static IEnumerable<string> Metrics(string expression) =>
        Name().Matches(Grouping().Replace(Selector().Replace(expression, ""), "")).Select(match => match.Value).Distinct();

    /// <summary>Returns the conditions on the labels of these metrics.</summary>
    public static IEnumerable<LabelMatcher> Matchers(string expression) =>
        from selector in Selector().Matches(expression)
        let metric = LastName().Match(expression[..selector.Index]).Value
        where Name().IsMatch(metric)
        from matcher in Matcher().Matches(selector.Groups["matchers"].Value)
        select new LabelMatcher(metric, matcher.Groups["label"].Value, matcher.Groups["operator"].Value, matcher.Groups["value"].Value);

    /// <summary>Returns the labels by which an expression groups.</summary>
    public static IEnumerable<string> GroupingLabels(string expression) =>
        Grouping().Matches(expression).SelectMany(match => match.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Find(JsonElement element, params string[] names) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            names.Contains(property.Name) && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : Find(property.Value, names)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Find(item, names)),
        _ => [],
    };

    [GeneratedRegex("""\b(?:livefeed|http|kestrel|process|dotnet)_[a-z0-9_]+\b""")]
    private static partial Regex Name();

    [GeneratedRegex("""[a-zA-Z_:][a-zA-Z0-9_:]*$""")]
    private static partial Regex LastName();

    // A value may have braces, such as those of a route.
    [GeneratedRegex("""\{(?<matchers>(?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}""")]
    private static partial Regex Selector();

    [GeneratedRegex(@"(?<label>\w+)\s*(?<operator>=~|!~|!=|=)\s*""(?<value>(?:[^""\\]|\\.)*)""")]
    private static partial Regex Matcher();

    [GeneratedRegex("""\b(?:by|without|on|ignoring|group_left|group_right)\s*\((?<labels>[^()]*)\)""")]
    private static partial Regex Grouping();
}
