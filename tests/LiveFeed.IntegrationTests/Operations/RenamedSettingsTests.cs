using LiveFeed.Api.Hosting;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.IntegrationTests.Operations;

/// <summary>A configuration that was written for an earlier version keeps its meaning.</summary>
public sealed class RenamedSettingsTests
{
    private static readonly Dictionary<string, string> Former = new()
    {
        ["LiveFeed:Feed:Batched"] = "false",
        ["LiveFeed:Feed:FarewellTimeout"] = "00:00:07",
        ["LiveFeed:Feed:MaxReplayEntries"] = "71",
        ["LiveFeed:Feed:ReadCacheBytes"] = "72",
        ["LiveFeed:Feed:ReplayPage"] = "73",
        ["LiveFeed:Feed:ReplayPagesKept"] = "74",
        ["LiveFeed:Streams:Direct"] = "false",
    };

    [Fact]
    public async Task Settings_can_still_be_set_by_their_former_names()
    {
        await using var app = Build([.. Former.Select(setting => $"--{setting.Key}={setting.Value}")]);

        var feed = app.Services.GetRequiredService<IOptions<FeedOptions>>().Value;
        Assert.False(feed.UseIoUring);
        Assert.Equal(TimeSpan.FromSeconds(7), feed.CloseGracePeriod);
        Assert.Equal((71, 72, 73, 74), (feed.MaxResumeEntries, feed.ResponseCacheBytes, feed.HistoryPageSize, feed.HistoryPagesKept));
        Assert.False(app.Services.GetRequiredService<IOptions<StreamOptions>>().Value.UseSocketTakeover);
        Assert.Equal(RenamedSettings.All.Select(setting => setting.Former).Order(), Former.Keys.Order());
    }

    [Fact]
    public async Task A_former_name_is_warned_about_with_the_current_one()
    {
        await using var app = Build([.. Former.Select(setting => $"--{setting.Key}={setting.Value}")]);
        Assert.Equal(
            RenamedSettings.All.Select(setting => $"The setting {setting.Former} is now called {setting.Current}. The former name still works; use the current one."),
            Warnings(app));
    }

    [Fact]
    public async Task The_current_name_wins_over_the_former_one()
    {
        await using var app = Build("--LiveFeed:Feed:ReplayPage=77", "--LiveFeed:Feed:HistoryPageSize=88");
        Assert.Equal(88, app.Services.GetRequiredService<IOptions<FeedOptions>>().Value.HistoryPageSize);
    }

    [Fact]
    public async Task Without_a_former_name_there_is_no_warning()
    {
        await using var app = Build("--LiveFeed:Feed:HistoryPageSize=88");
        Assert.Empty(Warnings(app));
    }

    private static WebApplication Build(params string[] settings) =>
        LiveFeedHost.Build([.. settings, "--environment=Development"], builder => builder.Logging.ClearProviders().AddFakeLogging());

    private static List<string> Warnings(WebApplication app) =>
        [.. app.Services.GetFakeLogCollector().GetSnapshot().Where(record => record.Level == LogLevel.Warning).Select(record => record.Message)];
}
