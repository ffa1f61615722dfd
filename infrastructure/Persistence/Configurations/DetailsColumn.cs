using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

/// <summary>What a score has beside its sets, as JSON; null for nothing.</summary>
internal static class DetailsColumn
{
    // A note of 200 characters, each escaped, and the rest.
    private const int MaxLength = 2000;

    private static readonly ValueConverter<ScoreDetails?, string?> Converter = new(
        details => details == null ? null : JsonSerializer.Serialize(details, ApiJson.Options),
        text => text == null ? null : JsonSerializer.Deserialize<ScoreDetails>(text, ApiJson.Options));

    public static void AsDetails(this PropertyBuilder<ScoreDetails?> property) => property.HasConversion(Converter).HasMaxLength(MaxLength);
}
