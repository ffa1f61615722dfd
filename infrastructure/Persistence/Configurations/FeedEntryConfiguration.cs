using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class FeedEntryConfiguration : IEntityTypeConfiguration<FeedEntryRow>
{
    public void Configure(EntityTypeBuilder<FeedEntryRow> table)
    {
        table.ToTable("FeedEntries");
        table.HasKey(entry => new { entry.EventId, entry.Sequence });
        table.Property(entry => entry.Sequence).ValueGeneratedNever();
        table.Property(entry => entry.Type).HasMaxLength(32);
        table.Property(entry => entry.Key).HasMaxLength(64);
        table.HasIndex(entry => new { entry.EventId, entry.Key, entry.Sequence });
        table.OfEvent(entry => entry.EventId);
    }
}
