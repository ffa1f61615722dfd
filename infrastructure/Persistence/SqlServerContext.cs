using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class SqlServerContext(DbContextOptions<SqlServerContext> options) : LiveFeedContext(options)
{
    protected override string? IdCollation => "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HavePrecision(3);
    }
}
