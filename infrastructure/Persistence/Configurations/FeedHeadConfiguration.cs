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
    }
}
