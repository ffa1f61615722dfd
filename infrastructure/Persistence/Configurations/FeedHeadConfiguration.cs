using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class FeedHeadConfiguration : IEntityTypeConfiguration<FeedHead>
{
    public void Configure(EntityTypeBuilder<FeedHead> table)
    {
        table.HasKey(head => head.Topic);
        table.Property(head => head.Topic).HasMaxLength(Topics.MaxLength);
        table.Property(head => head.Epoch).HasMaxLength(16);
        // CHECK is a word of SQL.
        table.Property(head => head.Check).HasColumnName("last_check").HasMaxLength(FeedCursor.CheckLength);
        table.Ignore(head => head.LastCheck);
    }
}
