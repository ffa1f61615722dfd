using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

/// <summary>A match's officials as JSON, as clients see them.</summary>
internal static class OfficialsColumn
{
    private static readonly ValueConverter<EquatableList<Official>?, string?> Converter = new(
        officials => JsonSerializer.Serialize(officials, ApiJson.Options), text => JsonSerializer.Deserialize<EquatableList<Official>>(text!, ApiJson.Options));

    public static void AsOfficials(this PropertyBuilder<EquatableList<Official>?> property) =>
        property.HasConversion(Converter, JsonColumn.ComparerOf<EquatableList<Official>>());
}
