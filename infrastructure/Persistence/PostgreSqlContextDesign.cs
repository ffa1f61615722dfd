using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Used only by <c>dotnet ef</c>.</summary>
internal sealed class PostgreSqlContextDesign : IDesignTimeDbContextFactory<PostgreSqlContext>
{
    public PostgreSqlContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql("Host=unused;Database=unused").Options);
}
