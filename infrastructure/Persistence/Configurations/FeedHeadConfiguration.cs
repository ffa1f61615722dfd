using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class FeedHeadConfiguration : IEntityTypeConfiguration<FeedHead>
{
    public void Configure(EntityTypeBuilder<FeedHead> table)
    {
        table.HasKey(head => head.EventId);
        table.Property(head => head.Epoch).HasMaxLength(16);
        table.OfEvent(head => head.EventId);
    }
}
