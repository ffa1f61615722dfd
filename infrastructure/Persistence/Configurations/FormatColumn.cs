using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

/// <summary>A format as it was chosen, as JSON: the name of a preset, or an object; null for none.</summary>
internal static class FormatColumn
{
    private static readonly ValueConverter<FormatChoice?, string?> Converter = new(
        choice => choice == null ? null : JsonSerializer.Serialize(choice, ApiJson.Options),
        text => text == null ? null : JsonSerializer.Deserialize<FormatChoice>(text, ApiJson.Options));

    public static void AsFormat(this PropertyBuilder<FormatChoice?> property) => property.HasConversion(Converter).HasMaxLength(FormatChoice.MaxLength);
}
