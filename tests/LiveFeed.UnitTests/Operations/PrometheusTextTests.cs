using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using LiveFeed.Api.Operations;
using LiveFeed.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.UnitTests.Operations;

public sealed partial class PrometheusTextTests : IAsyncLifetime
{
    private readonly PrometheusText text;
    private readonly Meter meter = new(Telemetry.Name);
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public PrometheusTextTests() => text = new PrometheusText(services.GetRequiredService<IMeterFactory>());

    public Task InitializeAsync() => text.StartAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await text.StopAsync(CancellationToken.None);
        meter.Dispose();
        await services.DisposeAsync();
    }

    [Fact]
    public void A_counter_ends_in_total_and_escapes_its_labels()
    {
        var counter = meter.CreateCounter<long>("test.refusals", "{request}", "Two\nlines.");
        counter.Add(2, KeyValuePair.Create<string, object?>("the.code", "a\"b\\c\nd"));
        counter.Add(1, KeyValuePair.Create<string, object?>("the.code", "a\"b\\c\nd"));
        Assert.Equal(
            [
                @"# HELP test_refusals_total Two\nlines.",
                "# TYPE test_refusals_total counter",
                @"test_refusals_total{the_code=""a\""b\\c\nd""} 3",
            ],
            Lines("test_refusals"));
    }

    [Fact]
    public void A_histogram_of_seconds_has_cumulative_buckets_a_sum_and_a_count()
    {
        var histogram = meter.CreateHistogram<double>("test.duration", "s", "How long.");
        foreach (var seconds in new[] { 0.0004, 0.02, 0.02, 99 })
            histogram.Record(seconds);
        var lines = Lines("test_duration");
        Assert.Contains("# TYPE test_duration_seconds histogram", lines);
        Assert.Contains("test_duration_seconds_bucket{le=\"0.0005\"} 1", lines);
        Assert.Contains("test_duration_seconds_bucket{le=\"0.025\"} 3", lines);
        Assert.Contains("test_duration_seconds_bucket{le=\"10\"} 3", lines);
        Assert.Contains("test_duration_seconds_bucket{le=\"+Inf\"} 4", lines);
        Assert.Contains("test_duration_seconds_count 4", lines);
        Assert.Single(lines, line => line.StartsWith("test_duration_seconds_sum 99.04", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gauge_tells_what_is_now()
    {
        var open = 7;
        meter.CreateObservableGauge("test.open", () => open);
        Assert.Contains("test_open 7", Lines("test_open"));
        open = 3;
        Assert.Contains("test_open 3", Lines("test_open"));
    }

    [Fact]
    public void Every_line_is_of_the_format()
    {
        meter.CreateCounter<long>("test.any", null, null).Add(1);
        Assert.All(text.Collect().Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(Line(), line));
    }

    private List<string> Lines(string name) => [.. text.Collect().Split('\n').Where(line => line.Contains(name, StringComparison.Ordinal))];

    [GeneratedRegex("""^(# HELP [a-z_][a-z0-9_]* .*|# TYPE [a-z_][a-z0-9_]* (counter|gauge|histogram)|[a-z_][a-z0-9_]*(\{[a-z_][a-z0-9_]*="([^"\\]|\\.)*"(,[a-z_][a-z0-9_]*="([^"\\]|\\.)*")*\})? (-?[0-9.E+-]+|NaN|[+-]Inf))$""")]
    private static partial Regex Line();
}
