using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class StatisticsCursorConfiguration : IEntityTypeConfiguration<StatisticsCursor>
{
    public void Configure(EntityTypeBuilder<StatisticsCursor> table)
    {
        table.HasKey(cursor => cursor.Topic);
        table.Property(cursor => cursor.Topic).HasMaxLength(Topics.MaxLength);
        table.HasOne<FeedHead>().WithOne().HasForeignKey<StatisticsCursor>(cursor => cursor.Topic).OnDelete(DeleteBehavior.Cascade);
    }
}
