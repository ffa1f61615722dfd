namespace LiveFeed.Api.Hosting;

/// <summary>
/// Settings that had another name in an earlier version. The former name still works, and a warning at start names the current one.
/// If both are set, the current name wins.
/// </summary>
internal static partial class RenamedSettings
{
    /// <summary>Former and current names.</summary>
    public static IReadOnlyList<(string Former, string Current)> All { get; } =
    [
        ("LiveFeed:Feed:Batched", "LiveFeed:Feed:UseIoUring"),
        ("LiveFeed:Feed:FarewellTimeout", "LiveFeed:Feed:CloseGracePeriod"),
        ("LiveFeed:Feed:MaxReplayEntries", "LiveFeed:Feed:MaxResumeEntries"),
        ("LiveFeed:Feed:ReadCacheBytes", "LiveFeed:Feed:ResponseCacheBytes"),
        ("LiveFeed:Feed:ReplayPage", "LiveFeed:Feed:HistoryPageSize"),
        ("LiveFeed:Feed:ReplayPagesKept", "LiveFeed:Feed:HistoryPagesKept"),
        ("LiveFeed:Streams:Direct", "LiveFeed:Streams:UseSocketTakeover"),
    ];

    /// <summary>Gives settings that are set by their former names their current ones. Must run before anything reads the configuration.</summary>
    public static WebApplicationBuilder AcceptFormerSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(
            [.. Used(builder.Configuration)
                .Where(setting => builder.Configuration[setting.Current] is null)
                .Select(setting => KeyValuePair.Create(setting.Current, builder.Configuration[setting.Former]))]);
        return builder;
    }

    /// <summary>Warns about every former name that is in use.</summary>
    public static void WarnOfFormerSettings(this WebApplication app)
    {
        foreach (var (former, current) in Used(app.Configuration))
            Log.Renamed(app.Logger, former, current);
    }

    private static List<(string Former, string Current)> Used(IConfiguration configuration) =>
        [.. All.Where(setting => configuration[setting.Former] is not null)];

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.SettingRenamed, Level = LogLevel.Warning, Message = "The setting {Former} is now called {Current}. The former name still works; use the current one.")]
        public static partial void Renamed(ILogger logger, string former, string current);
    }
}
