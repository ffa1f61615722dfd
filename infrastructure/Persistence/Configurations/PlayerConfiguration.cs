using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class PlayerConfiguration : IEntityTypeConfiguration<Player>
{
    public void Configure(EntityTypeBuilder<Player> table)
    {
        table.HasKey(player => new { player.EventId, player.Id });
        table.Property(player => player.Id).ValueGeneratedNever();
        table.Property(player => player.Name).HasMaxLength(PlayerRules.MaxName);
        table.Property(player => player.Number).HasMaxLength(PlayerRules.MaxNumber);
        table.Property(player => player.UserId).HasMaxLength(Lengths.UserId);
        // Without a relation to the team: a player may go to a team that the same transaction adds, and the update comes first.
        table.HasIndex(player => new { player.EventId, player.TeamId });
        table.OfEvent(player => player.EventId);
    }
}
