using System.CommandLine;
using LiveFeed.Api.Hosting;
using LiveFeed.Infrastructure;

namespace LiveFeed.Api.Operations;

/// <summary><c>livefeed migrate</c>: migrates the configured database to this version, and exits.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the configured database up to this version, and end.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancellationToken) => StartErrors.ReportAsync(() => MigrateAsync([.. parsed.UnmatchedTokens], cancellationToken)));
        return command;
    }

    private static async Task<int> MigrateAsync(string[] args, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddInfrastructure(builder.Configuration, builder.Environment);
        using var host = builder.Build();
        await host.Services.MigrateDatabaseAsync(cancellationToken);
        return 0;
    }
}
