using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class FeedEntryConfiguration : IEntityTypeConfiguration<FeedEntryRow>
{
    public void Configure(EntityTypeBuilder<FeedEntryRow> table)
    {
        table.ToTable("FeedEntries");
        table.HasKey(entry => new { entry.Topic, entry.Sequence });
        table.Property(entry => entry.Topic).HasMaxLength(Topics.MaxLength);
        table.Property(entry => entry.Sequence).ValueGeneratedNever();
        // CHECK is a word of SQL.
        table.Property(entry => entry.Check).HasColumnName("entry_check").HasMaxLength(FeedCursor.CheckLength);
        table.Property(entry => entry.Type).HasMaxLength(32);
        table.Property(entry => entry.Key).HasMaxLength(64);
        table.Property(entry => entry.MovedTo).HasMaxLength(64);
        table.HasIndex(entry => new { entry.Topic, entry.Key, entry.Sequence });
        table.HasOne<FeedHead>().WithMany().HasForeignKey(entry => entry.Topic).OnDelete(DeleteBehavior.Cascade);
    }
}
