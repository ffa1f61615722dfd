using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace LiveFeed.Api.Operations;

/// <summary>
/// What is measured, as Prometheus text (format 0.0.4). No Prometheus exporter is among the packages this is built from; OpenTelemetry
/// collects and aggregates, and this writes.
/// </summary>
internal sealed class PrometheusText : BaseExporter<Metric>, IHostedService
{
    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] Counts = [1, 2, 4, 8, 16, 32, 64, 128, 256];

    private readonly Lock gate = new();
    private readonly IMeterFactory meters;
    private readonly BaseExportingMetricReader reader;
    private MeterProvider? provider;
    private string collected = "";

    public PrometheusText(IMeterFactory meters)
    {
        this.meters = meters;
        reader = new BaseExportingMetricReader(this) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };
    }

    /// <summary>Everything as it stands now.</summary>
    public string Collect()
    {
        lock (gate)
        {
            reader.Collect();
            return collected;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new StringBuilder();
        foreach (var metric in batch)
            Write(text, metric);
        collected = text.ToString();
        return ExportResult.Success;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddView(instrument => IsAnothers(instrument.Meter) ? MetricStreamConfiguration.Drop
                : instrument.Unit == "s" ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds }
                : instrument.Unit == "{command}" ? new ExplicitBucketHistogramConfiguration { Boundaries = Counts }
                : null)
            .AddReader(reader)
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether another host in this process measures with it. The provider picks meters by name, and would add up what is alike; and the
    /// first of those hosts to stop would end the sum for all.
    /// </summary>
    private bool IsAnothers(Meter meter) => meter.Scope is IMeterFactory && meter.Scope != meters;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider?.Dispose();
        return Task.CompletedTask;
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var isHistogram = metric.MetricType == MetricType.Histogram;
        var name = Name(metric.Name) + (metric.Unit == "s" ? "_seconds" : metric.Unit == "By" ? "_bytes" : "") + (isCounter ? "_total" : "");
        text.Append("# HELP ").Append(name).Append(' ').Append(metric.Description.Replace("\\", "\\\\").Replace("\n", "\\n")).Append('\n');
        text.Append("# TYPE ").Append(name).Append(isCounter ? " counter\n" : isHistogram ? " histogram\n" : " gauge\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            if (isHistogram)
                WriteHistogram(text, name, labels, point);
            else
                Line(text, name, labels, Value(metric.MetricType, point));
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, in MetricPoint point)
    {
        long cumulative = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            cumulative += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            Line(text, name + "_bucket", (labels.Length == 0 ? "" : labels + ",") + $"le=\"{bound}\"", cumulative);
        }

        Line(text, name + "_sum", labels, point.GetHistogramSum());
        Line(text, name + "_count", labels, point.GetHistogramCount());
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(Name(key)).Append("=\"")
                .Append(Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n"))
                .Append('"');
        }

        return text.ToString();
    }

    private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
