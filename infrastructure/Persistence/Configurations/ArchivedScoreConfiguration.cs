using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ArchivedScoreConfiguration : IEntityTypeConfiguration<ArchivedScore>
{
    public void Configure(EntityTypeBuilder<ArchivedScore> table)
    {
        table.HasKey(archived => new { archived.EventId, archived.MatchId });
        table.Property(archived => archived.Side1).HasMaxLength(Lengths.Text);
        table.Property(archived => archived.Side2).HasMaxLength(Lengths.Text);
        table.OfEvent(archived => archived.EventId);
    }
}
