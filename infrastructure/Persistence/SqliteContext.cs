using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence;

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : LiveFeedContext(options)
{
    // COMMIT is a call within this process, so its outcome can't be lost.
    public override bool RecordsTransactions => false;

    // SQLite has no time type, and EF Core can't compare or order a DateTimeOffset there. It can compare and order whole milliseconds.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
