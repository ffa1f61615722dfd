using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class DivisionConfiguration : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> table)
    {
        table.HasKey(division => new { division.EventId, division.Id });
        table.Property(division => division.Id).ValueGeneratedNever();
        table.Property(division => division.Name).HasMaxLength(Lengths.Text);
        table.Property(division => division.Format).AsJson().HasMaxLength(FormatChoice.MaxLength);
        table.Property(division => division.Standings).AsJson();
        table.OfEvent(division => division.EventId);
    }
}
