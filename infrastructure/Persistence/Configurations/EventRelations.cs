using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal static class EventRelations
{
    /// <summary>Configures a row that belongs to an event and is removed with it.</summary>
    public static void OfEvent<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> eventId)
        where T : class
    {
        table.Property<EventId>("EventId").HasMaxLength(EventId.MaxLength);
        table.HasOne<LiveEvent>().WithMany().HasForeignKey(eventId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Configures a row that belongs to a team and is removed with it, and so with its event.</summary>
    public static void OfTeam<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key)
        where T : class
    {
        table.Property<EventId>("EventId").HasMaxLength(EventId.MaxLength);
        table.HasOne<Team>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Configures a row that belongs to a match and is removed with it, and so with its event.</summary>
    public static void OfMatch<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key)
        where T : class
    {
        table.Property<EventId>("EventId").HasMaxLength(EventId.MaxLength);
        table.HasOne<Match>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
    }
}
