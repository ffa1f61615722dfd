using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveFeed.Domain;
using LiveFeed.Domain.Feed;
using LiveFeed.IntegrationTests.Operations;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>
/// What alerts, the dashboard and the autoscaler name exists. Prometheus takes a name that nothing has for "no value", so an alert on it never
/// fires and nobody learns why.
/// </summary>
public sealed class MetricNamesTests
{
    /// <summary>Given by Prometheus to every metric that it reads.</summary>
    private static readonly string[] OfPrometheus = ["job", "instance", "namespace", "pod", "le"];

    [Fact]
    public async Task Every_metric_that_deploy_names_is_one_that_a_server_has()
    {
        await using var server = await MetricsTests.ServerWithTrafficAsync();
        MetricsTests.AddNothingToEverything(server);
        var scrape = await Scrape.ReadAsync(server.Http);
        var names = scrape.Samples.Select(sample => sample.Name).Concat(MetricsTests.PromisedWithRedis.Keys).Concat(MetricsTests.PromisedWithReplica.Keys).ToHashSet();

        var named = PromQl.Expressions().SelectMany(found => PromQl.Metrics(found.Expression).Select(metric => (found.File, metric))).Distinct().ToList();

        Assert.Equal([], named.Where(name => !names.Contains(name.metric)));
        // Each of the files was understood.
        Assert.Equal(4, named.Select(name => name.File).Distinct().Count());
    }

    [Fact]
    public async Task Every_label_that_deploy_names_is_one_of_its_metric()
    {
        await using var server = await MetricsTests.ServerWithTrafficAsync();
        var samples = (await Scrape.ReadAsync(server.Http)).Samples.ToLookup(sample => sample.Name, sample => sample.Labels);

        foreach (var (_, expression) in PromQl.Expressions())
        {
            foreach (var matcher in PromQl.Matchers(expression).Where(matcher => samples.Contains(matcher.Metric) && !OfPrometheus.Contains(matcher.Label)))
                Assert.True(samples[matcher.Metric].Any(labels => Has(labels, matcher.Label)), $"{matcher.Metric} has no label {matcher.Label}.");
            // An expression with one metric groups by its labels.
            if (PromQl.Metrics(expression).ToList() is [var metric] && samples.Contains(metric))
                Assert.All(PromQl.GroupingLabels(expression).Except(OfPrometheus), label => Assert.Contains(samples[metric], labels => Has(labels, label)));
        }
    }

    [Fact]
    public void Every_value_of_a_label_that_deploy_names_can_occur()
    {
        var routes = JsonDocument.Parse(Repository.Read("openapi/livefeed.v1.json")).RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name);
        var values = new Dictionary<string, string[]>
        {
            ["code"] = [.. Enum.GetValues<ErrorCode>().Select(code => code.ToWireName())],
            ["reason"] = [.. Enum.GetValues<CloseReason>().Select(reason => reason.ToWireName())],
            ["reset"] = [.. Enum.GetValues<ResetReason>().Select(reason => reason.ToWireName()), "none"],
            ["http_route"] = [.. routes],
            ["http_request_method"] = ["GET", "POST", "PUT", "PATCH", "DELETE"],
            ["http_response_status_code"] = [.. Enumerable.Range(100, 500).Select(status => $"{status}")],
        };

        var matchers = PromQl.Expressions().SelectMany(found => PromQl.Matchers(found.Expression)).Where(matcher => !OfPrometheus.Contains(matcher.Label)).ToList();

        Assert.NotEmpty(matchers);
        Assert.All(matchers, matcher => Assert.Contains(values[matcher.Label], value => Fits(matcher, value)));
    }

    /// <summary>An alert that fires at the limit itself comes when readers are rejected already.</summary>
    [Fact]
    public void The_alert_on_streams_fires_at_four_fifths_of_the_limit()
    {
        var limit = int.Parse(KubernetesTests.Settings["LiveFeed__Streams__MaxPerInstance"], CultureInfo.InvariantCulture);
        var alert = PromQl.Expressions().Single(found => found.Expression.StartsWith("livefeed_streams_open{job=\"livefeed\"} >", StringComparison.Ordinal));
        Assert.EndsWith($"> {limit * 8 / 10}", alert.Expression, StringComparison.Ordinal);
        Assert.Equal($"{limit}", ComposeTests.Instances[0].GetProperty("environment").GetProperty("LiveFeed__Streams__MaxPerInstance").GetString());
    }

    private static bool Has(string labels, string label) => Regex.IsMatch(labels, $"(^|,){label}=");

    private static bool Fits(LabelMatcher matcher, string value) => matcher.Operator switch
    {
        "=" => matcher.Value == value,
        "=~" => Regex.IsMatch(value, $"^(?:{matcher.Value})$"),
        _ => true,
    };
}
