using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class LiveMatchConfiguration : IEntityTypeConfiguration<LiveMatch>
{
    public void Configure(EntityTypeBuilder<LiveMatch> table)
    {
        table.HasKey(live => new { live.EventId, live.MatchId });
        table.Property(live => live.MatchId).ValueGeneratedNever();
        table.OfMatch(live => new { live.EventId, live.MatchId });
    }
}
