using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal static class Lengths
{
    public const int UserId = 64;
    public const int ClientKey = 128;
    public const int Text = 200;
}

internal static class OfEvents
{
    /// <summary>Configures a row that belongs to an event and is removed with it.</summary>
    public static void OfEvent<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> eventId)
        where T : class
    {
        table.Property<string>("EventId").HasMaxLength(EventId.MaxLength);
        table.HasOne<LiveEvent>().WithMany().HasForeignKey(eventId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Configures a row that belongs to a match and is removed with it, and so with its event.</summary>
    public static void OfMatch<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key)
        where T : class
    {
        table.Property<string>("EventId").HasMaxLength(EventId.MaxLength);
        table.HasOne<Match>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>A small list inside a row, stored as JSON.</summary>
internal static class JsonColumn
{
    public static ValueConverter<T, string> Of<T>() => new(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!);

    // The lists are replaced, never changed in place, so it is enough to compare and copy references.
    public static ValueComparer<T> ComparerOf<T>()
        where T : class => new((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value);
}
