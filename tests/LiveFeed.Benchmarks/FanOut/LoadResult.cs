using System.Globalization;
using System.Text.Json;

namespace LiveFeed.Benchmarks.FanOut;

/// <summary>The measurements of sseload: the figures in the last line of its output.</summary>
internal sealed class LoadResult
{
    private readonly Dictionary<string, double> figures;

    private LoadResult(Dictionary<string, double> figures, string trouble) => (this.figures, Trouble) = (figures, trouble);

    /// <summary>What happened to the first connection that failed; empty if none failed.</summary>
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

    /// <summary>Microseconds of the server's processor time per delivery, including the publishing.</summary>
    public double CpuPerDelivery => this["us_per_delivery"];

    /// <summary>Milliseconds from the scheduled post to the receipt.</summary>
    public double P50 => this["p50"];

    public double P99 => this["p99"];

    public double Lost => this["lost"];

    /// <summary>Bytes that a reader received per message, including the framing.</summary>
    public double BytesPerDelivery => this["delivered"] > 0 ? this["bytes"] / this["delivered"] : 0;

    /// <summary>How busy the load tool's own processor was, in percent. Near 100, the tool was the limit and not the server.</summary>
    public double ClientBusy => this["window_s"] > 0 ? this["client_us"] * this["delivered"] / this["window_s"] / 10_000 : 0;

    /// <summary>Whether every message was accepted, and reached every reader once and in order.</summary>
    public bool IsWhole => this["lost"] + this["publish_failed"] + this["dup"] + this["disorder"] == 0 && this["closed"] <= this["slow_dropped"];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{this["per_s"]:N0} deliveries/s, {CpuPerDelivery:N2} µs of server CPU each, p50 {P50:N1} ms, p99 {P99:N1} ms, lost {Lost:N0}, client busy {ClientBusy:N0} %");
}
