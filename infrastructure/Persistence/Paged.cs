using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

internal static class Paged
{
    /// <summary>Counts the rows and reads one page of them.</summary>
    public static async Task<Page<TView>> ToPageAsync<TRow, TView>(
        this IQueryable<TRow> ordered, Paging paging, Func<TRow, TView> view, CancellationToken cancellationToken)
    {
        var total = await ordered.CountAsync(cancellationToken);
        var rows = await ordered.Skip(paging.Offset).Take(paging.Limit).ToListAsync(cancellationToken);
        return new Page<TView>([.. rows.Select(view)], total, paging.Limit, paging.Offset);
    }
}
