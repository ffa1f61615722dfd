using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class SqlServerContext(DbContextOptions<SqlServerContext> options) : LiveFeedContext(options)
{
    protected override string? IdCollation => "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HavePrecision(3);
}

/// <summary>Used only by <c>dotnet ef</c>.</summary>
internal sealed class SqlServerContextDesign : IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerContext>().UseSqlServer("Server=unused;Database=unused").Options);
}
