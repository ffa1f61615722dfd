using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> table)
    {
        table.HasKey(record => new { record.UserId, record.Key });
        table.Property(record => record.UserId).HasMaxLength(Lengths.UserId);
        table.Property(record => record.Key).HasMaxLength(Lengths.ClientKey);
        table.Property(record => record.RequestHash).HasMaxLength(64);
        table.HasIndex(record => record.ExpiresAt);
    }
}
