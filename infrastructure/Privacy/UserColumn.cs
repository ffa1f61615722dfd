using LiveFeed.Domain.Privacy;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Privacy;

/// <summary>A column that says who a user is, and what becomes of it when the account is erased.</summary>
/// <param name="Row">The type of the table's rows.</param>
/// <param name="Property">The column's property.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="List">The list of <see cref="OwnDataView"/> that has the rows; null if they are none of the user's data.</param>
/// <param name="Own">The rows of a user, if they are removed without anybody else noticing.</param>
internal sealed record UserColumn(Type Row, string Property, ErasureFate Fate, string? List, Func<LiveFeedContext, UserId, Task>? Own = null)
{
    /// <summary>Rows that are only the user's own: they are removed.</summary>
    public static UserColumn Removed<T>(string property, string? list)
        where T : class => new(typeof(T), property, ErasureFate.Removed, list, (db, userId) => db.Set<T>().Where(row => EF.Property<UserId>(row, property) == userId).ExecuteDeleteAsync());

    /// <summary>A use case ends or anonymizes it, so that others get to know.</summary>
    public static UserColumn Ended<T>(string property, string? list) => new(typeof(T), property, ErasureFate.Ended, list);

    /// <summary>The id stays, and says nothing any more of who it was.</summary>
    public static UserColumn Kept<T>(string property, string? list) => new(typeof(T), property, ErasureFate.Kept, list);
}

/// <summary>What becomes of a column when a user's account is erased.</summary>
internal enum ErasureFate
{
    Removed,
    Ended,
    Kept,
}
