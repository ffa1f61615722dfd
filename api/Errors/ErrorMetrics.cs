using System.Diagnostics.Metrics;

namespace LiveFeed.Api.Errors;

/// <summary>Counts rejections by code.</summary>
internal sealed class ErrorMetrics(IMeterFactory meters)
{
    private readonly Counter<long> refusals = meters.Create(Telemetry.Name).CreateCounter<long>(
        "livefeed.refusals", "{request}", "Requests that were refused, by code.");

    public void Rejected(ErrorCode code) => refusals.Add(1, KeyValuePair.Create<string, object?>("code", code.ToWireName()));
}
