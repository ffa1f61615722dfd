using System.Globalization;
using System.Text.Json;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>What sseload measured: the figures of the last line of its output.</summary>
internal sealed class LoadResult
{
    private readonly Dictionary<string, double> figures;

    private LoadResult(Dictionary<string, double> figures, string trouble) => (this.figures, Trouble) = (figures, trouble);

    /// <summary>What befell the first connection that something befell; empty where nothing did.</summary>
    public string Trouble { get; }

    public static LoadResult Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new LoadResult(json.RootElement.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Number)
            .ToDictionary(member => member.Name, member => member.Value.GetDouble()),
            json.RootElement.GetProperty("trouble").GetString()!);
    }

    public double this[string figure] => figures[figure];

    /// <summary>Microseconds of the server's processor time for one delivery; publishing is in it.</summary>
    public double CpuPerDelivery => this["us_per_delivery"];

    /// <summary>From the scheduled post to the receipt, in milliseconds.</summary>
    public double P50 => this["p50"];

    public double P99 => this["p99"];

    public double Lost => this["lost"];

    /// <summary>Bytes that a reader got per message, framing included.</summary>
    public double BytesPerDelivery => this["delivered"] > 0 ? this["bytes"] / this["delivered"] : 0;

    /// <summary>How busy the load tool's own processor was, in percent: near 100, it and not the server was the limit.</summary>
    public double ClientBusy => this["window_s"] > 0 ? this["client_us"] * this["delivered"] / this["window_s"] / 10_000 : 0;

    /// <summary>Whether every message was taken, and reached every reader once and in order.</summary>
    public bool IsWhole => this["lost"] + this["publish_failed"] + this["dup"] + this["disorder"] == 0 && this["closed"] <= this["slow_dropped"];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{this["per_s"]:N0} deliveries/s, {CpuPerDelivery:N2} µs of server CPU each, p50 {P50:N1} ms, p99 {P99:N1} ms, lost {Lost:N0}, client busy {ClientBusy:N0} %");
}
