using LiveFeed.Api.Accounts;
using LiveFeed.Api.AcrossEvents;
using LiveFeed.Api.Announcements;
using LiveFeed.Api.Brackets;
using LiveFeed.Api.Claims;
using LiveFeed.Api.Clocks;
using LiveFeed.Api.Coverage;
using LiveFeed.Api.Demo;
using LiveFeed.Api.Events;
using LiveFeed.Api.Exports;
using LiveFeed.Api.Feed;
using LiveFeed.Api.Feed.Contracts;
using LiveFeed.Api.Follows;
using LiveFeed.Api.Formats;
using LiveFeed.Api.Http;
using LiveFeed.Api.ImportExport;
using LiveFeed.Api.Incidents;
using LiveFeed.Api.Invitations;
using LiveFeed.Api.Lineups;
using LiveFeed.Api.Members;
using LiveFeed.Api.Notifications;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.Operations;
using LiveFeed.Api.Pages;
using LiveFeed.Api.Players;
using LiveFeed.Api.Privacy;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Schedules;
using LiveFeed.Api.ScorerLinks;
using LiveFeed.Api.Scores;
using LiveFeed.Api.Sessions;
using LiveFeed.Api.Standings;
using LiveFeed.Api.Statistics;
using LiveFeed.Api.Teams;
using LiveFeed.Api.Webhooks;
using LiveFeed.Infrastructure;

namespace LiveFeed.Api.Hosting;

/// <summary>The whole server: its parts, and the way of a request through it.</summary>
internal static class LiveFeedHost
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        WebApplication? started = null;
        var code = await StartErrors.ReportAsync(async () =>
        {
            // The host logs why it can't start with a stack trace. The one line of ReportAsync is worth more.
            var app = Build(args, builder => builder.Logging.AddFilter(
                "Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && (started is not null || level < LogLevel.Error)));
            try
            {
                await app.StartAsync(cancellationToken);
                started = app;
                return 0;
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        });
        if (started is null)
            return code;
        await using (started)
            await started.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <param name="args">Settings, such as <c>--urls</c> or <c>--LiveFeed:Claims:Lease=00:10:00</c>.</param>
    /// <param name="configure">Changes the composition before it is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Pages are read from the program's folder, data from the folder in which the program is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AcceptFormerSettings().UseDefaultAddress().UseStreamTakeover().LimitRequests();
        builder.Services
            .AddDomain()
            .AddInfrastructure(builder.Configuration, builder.Environment)
            .AddProblems()
            .AddBearerAuthentication(builder.Configuration)
            .AddRateLimits(builder.Configuration)
            .AddSingleton<StreamAdmission>()
            .AddSingleton<ReplayResponse>()
            .AddSingleton<TopicReads>()
            .AddSingleton<ExportReads>()
            .AddSingleton<LargeReads>()
            .AddSingleton<EventFigures>()
            .AddTrustedProxies(builder.Configuration)
            .AddCrossOrigin(builder.Configuration)
            .AddOpenApiDocument()
            .AddOperations(builder.Configuration)
            .HideSecretsFromLogs()
            .AddPages(builder.Configuration)
            .AddDemo(builder.Configuration, builder.Environment);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.WarnOfFormerSettings();
        app.UseWatchedResponses();
        app.UseTrustedProxies();
        app.UseConfiguredPathBase();
        app.UseConfiguredHsts();
        app.UseHeadAsGet();
        app.UseCrossOrigin();
        app.UseDrainedBodies();
        app.UseExceptionHandler();
        app.UseProblemDetailsForStatusCodes();
        app.UsePageAssets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseInvalidTokenRejection();
        app.UseHelperGate();
        app.UseAuthorization();
        app.UseUtf8Only();
        app.UseEmptyQueryAsAbsent();

        app.MapAccounts();
        app.MapPasswordResets();
        app.MapSessions();
        app.MapPrivacy();
        app.MapEvents();
        app.MapAcrossEvents();
        app.MapFormats();
        app.MapSchedule();
        app.MapSchedulePreview();
        app.MapMatchEdits();
        app.MapTeams();
        app.MapPlayers();
        app.MapCourts();
        app.MapDivisions();
        app.MapMembers();
        app.MapTeamMembers();
        app.MapTeamInvitations();
        app.MapMessages();
        app.MapTyping();
        app.MapInvitations();
        app.MapScorerLinks();
        app.MapHelpers();
        app.MapAnnouncements();
        app.MapFollows();
        app.MapNotifications();
        app.MapWebhooks();
        app.MapClaims();
        app.MapScores();
        app.MapStandings();
        app.MapBrackets();
        app.MapDraws();
        app.MapScoreBatch();
        app.MapIncidents();
        app.MapLineups();
        app.MapClocks();
        app.MapStatistics();
        app.MapCoverage();
        app.MapImportExport();
        app.MapExports();
        app.MapStream();
        app.MapPoll();
        app.MapJoinedStream();
        app.MapJoinedPoll();
        app.MapPages();
        app.MapOpenApiDocument();
        app.MapContracts();
        app.MapOperations();
        return app;
    }
}
