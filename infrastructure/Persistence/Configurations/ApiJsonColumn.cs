using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

/// <summary>A value inside a row, stored as JSON as clients see it; null stays null. It is replaced, never changed in place.</summary>
internal static class ApiJsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class? => property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, ApiJson.Options), text => JsonSerializer.Deserialize<T>(text, ApiJson.Options)!),
            new ValueComparer<T>((one, other) => Equals(one, other), value => value == null ? 0 : value.GetHashCode(), value => value));
}
