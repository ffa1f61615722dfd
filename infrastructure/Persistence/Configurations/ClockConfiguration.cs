using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ClockConfiguration : IEntityTypeConfiguration<MatchClock>
{
    public void Configure(EntityTypeBuilder<MatchClock> table)
    {
        table.HasKey(clock => new { clock.EventId, clock.MatchId });
        table.Property(clock => clock.MatchId).ValueGeneratedNever();
        table.Property(clock => clock.UpdatedBy).HasMaxLength(Lengths.UserId);
        table.OfMatch(clock => new { clock.EventId, clock.MatchId });
    }
}
