using System.CommandLine;
using LiveFeed.Infrastructure;

namespace LiveFeed.Api.Operations;

/// <summary><c>livefeed migrate</c>: migrates the configured database to this version, and exits.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the configured database up to this version, and end.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
            {
                Args = [.. parsed.UnmatchedTokens],
                ContentRootPath = AppContext.BaseDirectory,
            });
            builder.Services.AddInfrastructure(builder.Configuration, builder.Environment);
            using var host = builder.Build();
            await host.Services.MigrateDatabaseAsync(cancellationToken);
            return 0;
        });
        return command;
    }
}
