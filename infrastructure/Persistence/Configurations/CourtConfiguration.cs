using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class CourtConfiguration : IEntityTypeConfiguration<Court>
{
    public void Configure(EntityTypeBuilder<Court> table)
    {
        table.HasKey(court => new { court.EventId, court.Id });
        table.Property(court => court.Id).ValueGeneratedNever();
        table.Property(court => court.Name).HasMaxLength(Lengths.Text);
        table.OfEvent(court => court.EventId);
    }
}
