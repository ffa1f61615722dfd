using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class SchemaCompatibilityConfiguration : IEntityTypeConfiguration<SchemaCompatibility>
{
    public void Configure(EntityTypeBuilder<SchemaCompatibility> table)
    {
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.OldestMigration).HasMaxLength(150);
        // Versions before this migration start on no schema that they don't know.
        table.HasData(new SchemaCompatibility { Id = SchemaCompatibility.OnlyId, OldestMigration = "HeadChecksAndInstances" });
    }
}
