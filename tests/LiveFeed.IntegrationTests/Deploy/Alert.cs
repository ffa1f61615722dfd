namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>An alert of deploy/prometheus.</summary>
/// <param name="Name">Such as <c>LiveFeedDown</c>.</param>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="Runbook">The page that says what to do; null if it names none.</param>
internal sealed record Alert(string Name, string Severity, string? Runbook)
{
    public static IReadOnlyList<Alert> All { get; } =
    [
        .. from groups in DeployFiles.Yaml(DeployFiles.Rules)[0].GetProperty("groups").EnumerateArray()
           from rule in groups.GetProperty("rules").EnumerateArray()
           select new Alert(
               rule.GetProperty("alert").GetString()!,
               rule.GetProperty("labels").GetProperty("severity").GetString()!,
               rule.GetProperty("annotations").TryGetProperty("runbook", out var page) ? page.GetString() : null),
    ];
}
