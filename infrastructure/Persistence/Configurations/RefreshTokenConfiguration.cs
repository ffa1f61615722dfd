using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> table)
    {
        table.HasKey(token => token.Hash);
        table.Property(token => token.Hash).HasMaxLength(64);
        table.Property(token => token.UserId).HasMaxLength(Lengths.UserId);
        table.Property(token => token.FamilyId).HasMaxLength(32);
        table.Property(token => token.Device).HasMaxLength(DeviceText.MaxLength);
        // If a token is used twice at once, the second use finds the row changed, runs again, and sees a used token.
        table.Property(token => token.UsedAt).IsConcurrencyToken();
        table.HasIndex(token => token.FamilyId);
        table.HasIndex(token => token.UserId);
        table.HasIndex(token => token.ExpiresAt);
    }
}
