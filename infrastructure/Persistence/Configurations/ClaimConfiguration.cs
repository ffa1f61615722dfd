using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> table)
    {
        table.HasKey(claim => new { claim.EventId, claim.MatchId });
        table.Property(claim => claim.MatchId).ValueGeneratedNever();
        // Part of the predicate of every update and delete: if the claim was lost in the meantime, no row changes.
        table.Property(claim => claim.HolderId).HasMaxLength(Lengths.UserId).IsConcurrencyToken();
        table.Property(claim => claim.ExpiresAt).IsConcurrencyToken();
        table.Property(claim => claim.HolderName).HasMaxLength(80);
        table.Property(claim => claim.DeviceId).HasMaxLength(ClaimingDevice.MaxId);
        // The columns have the names that the first version gave them.
        table.Property(claim => claim.PublishedExpiresAt).HasColumnName("told_expires_at");
        table.Property(claim => claim.WriteCount).HasColumnName("uses");
        table.HasIndex(claim => claim.ExpiresAt);
        table.OfMatch(claim => new { claim.EventId, claim.MatchId });
    }
}
