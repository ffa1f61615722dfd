using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Settings that SQLite needs on every connection. FULL makes a commit survive a power cut in WAL mode too
/// (sqlite.org/pragma.html#pragma_synchronous). Without busy_timeout a blocked BEGIN
/// fails at once, whatever the command's timeout; within the command's timeout the driver repeats it.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 1000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
