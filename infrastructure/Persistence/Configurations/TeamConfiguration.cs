using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> table)
    {
        table.HasKey(team => new { team.EventId, team.Id });
        table.Property(team => team.Id).ValueGeneratedNever();
        table.Property(team => team.Name).HasMaxLength(Lengths.Text);
        table.OfEvent(team => team.EventId);
    }
}
