using LiveFeed.Api.Hosting;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>The version that follows this one, on PostgreSQL, as a program: it has one more migration.</summary>
internal static class NextVersionProgram
{
    public static Task<int> Main(string[] args) => StartErrors.ReportAsync(async () =>
    {
        await using var app = LiveFeedHost.Build(args, builder => builder.Services.ConfigureDbContext<PostgreSqlContext>(
            options => options.ReplaceService<IMigrationsAssembly, NextVersionMigrations>()));
        await app.RunAsync();
        return 0;
    });
}
