using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class CoverageConfiguration : IEntityTypeConfiguration<CoverageItem>
{
    public void Configure(EntityTypeBuilder<CoverageItem> table)
    {
        table.HasKey(item => new { item.EventId, item.UserId, item.MatchId });
        table.Property(item => item.UserId).HasMaxLength(Lengths.UserId);
        table.OfMatch(item => new { item.EventId, item.MatchId });
    }
}
