using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Used only by <c>dotnet ef</c>.</summary>
internal sealed class SqlServerContextDesign : IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerContext>().UseSqlServer("Server=unused;Database=unused").Options);
}
