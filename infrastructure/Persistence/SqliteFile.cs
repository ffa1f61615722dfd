using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>What only SQLite itself can say about the file that a connection has open.</summary>
internal static partial class SqliteFile
{
    // sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int HasMovedOperation = 20;

    /// <summary>Returns whether the file was moved, deleted or replaced since it was opened.</summary>
    public static bool HasMoved(SqliteConnection connection)
    {
        var moved = 0;
        return FileControl(connection.Handle!.DangerousGetHandle(), "main", HasMovedOperation, ref moved) == 0 && moved != 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(nint database, string name, int operation, ref int argument);
}
