using LiveFeed.Api.Errors;
using LiveFeed.Domain;
using LiveFeed.Domain.Feed;
using LiveFeed.IntegrationTests.Deploy;

namespace LiveFeed.IntegrationTests.Operations;

/// <summary>The pages of docs/reference explain everything that LiveFeed reports, and nothing else.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Every_metric_is_explained_with_its_type() => Assert.Equal(
        MetricsTests.Promised.Concat(MetricsTests.PromisedWithRedis).Concat(MetricsTests.PromisedWithReplica).Select(metric => (metric.Key, metric.Value)).Order(),
        ReferencePage.Rows("metrics.md").Select(row => (ReferencePage.Name(row), row[1])).Order());

    [Fact]
    public void Every_error_code_is_explained_with_its_status() => Assert.Equal(
        Enum.GetValues<ErrorCode>().Select(code => (code.ToWireName(), $"{ErrorStatus.ToStatusCode(code)}")).Order(),
        ReferencePage.Rows("codes.md", "Error codes").Select(row => (ReferencePage.Name(row), row[1])).Order());

    [Fact]
    public void Every_close_reason_is_explained_and_whether_clients_get_it() => Assert.Equal(
        // That the history is another one is not sent: the stream goes on.
        Enum.GetValues<CloseReason>().Select(reason => (reason.ToWireName(), reason.IsSilent() || reason == CloseReason.OtherHistory ? "no" : "yes")).Order(),
        ReferencePage.Rows("codes.md", "Close reasons").Select(row => (ReferencePage.Name(row), row[1])).Order());

    [Fact]
    public void Every_reset_reason_is_explained() => Assert.Equal(
        Enum.GetValues<ResetReason>().Select(reason => reason.ToWireName()).Order(StringComparer.Ordinal),
        ReferencePage.Rows("codes.md", "Reset reasons").Select(ReferencePage.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alert_is_explained_with_its_severity_and_its_runbook() => Assert.Equal(
        Alert.All.Select(alert => (alert.Name, alert.Severity, $"(../runbooks/{Path.GetFileName(alert.Runbook)})")).Order(),
        ReferencePage.Rows("alerts.md").Select(row => (ReferencePage.Name(row), row[1], row[3][(row[3].IndexOf(']', StringComparison.Ordinal) + 1)..])).Order());
}
