using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Failures that say: somebody else was faster, look again.</summary>
internal static class LostRaces
{
    public static bool Include(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || IsDriverRace(exception)
        || (exception.InnerException is { } inner && IsDriverRace(inner));

    private static bool IsDriverRace(Exception exception) => exception switch
    {
        // sqlite.org/rescode.html: SQLITE_BUSY, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE.
        SqliteException sqlite => sqlite.SqliteErrorCode == 5 || sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        // Unique index, primary key, deadlock victim.
        SqlException sqlServer => sqlServer.Number is 2601 or 2627 or 1205,
        _ => false,
    };
}
