using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

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
