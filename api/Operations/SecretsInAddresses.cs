namespace LiveFeed.Api.Operations;

/// <summary>
/// Two credentials travel in addresses, because a link or an EventSource has nothing else: a stream's ticket and an invitation's secret. This
/// keeps them out of logs and traces.
/// </summary>
internal static class SecretsInAddresses
{
    private const string Invitations = "/api/invitations/";

    // It logs the whole address of every request at Information.
    private const string FrameworkRequests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Silences the framework's own log of requests, unless it is asked for by its full name.</summary>
    public static IServiceCollection HideSecretsFromLogs(this IServiceCollection services) =>
        // The first of the rules, so that one of the configuration for the same name wins.
        services.Configure<LoggerFilterOptions>(logging => logging.Rules.Insert(0, new LoggerFilterRule(null, FrameworkRequests, LogLevel.Warning, null)));

    /// <summary>Returns a path as it may be logged, with whatever prefix it came.</summary>
    public static string Hide(PathString path)
    {
        var text = path.Value ?? "";
        var found = text.IndexOf(Invitations, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
            return text;
        var secret = found + Invitations.Length;
        var end = text.IndexOf('/', secret);
        return $"{text[..secret]}{{token}}{(end < 0 ? "" : text[end..])}";
    }
}
