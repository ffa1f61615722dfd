using LiveFeed.Domain.Lineups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class LineupConfiguration : IEntityTypeConfiguration<Lineup>
{
    public void Configure(EntityTypeBuilder<Lineup> table)
    {
        table.HasKey(lineup => new { lineup.EventId, lineup.MatchId, lineup.Side });
        table.Property(lineup => lineup.MatchId).ValueGeneratedNever();
        table.Property(lineup => lineup.Side).ValueGeneratedNever();
        table.Property(lineup => lineup.Players).AsJson();
        table.Property(lineup => lineup.UpdatedBy).HasMaxLength(Lengths.UserId);
        table.OfMatch(lineup => new { lineup.EventId, lineup.MatchId });
    }
}
