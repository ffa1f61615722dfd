using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> table)
    {
        table.HasKey(user => user.Id);
        table.Property(user => user.Id).HasMaxLength(Lengths.UserId);
        table.Property(user => user.Email).HasMaxLength(254);
        table.Property(user => user.DisplayName).HasMaxLength(80);
        table.Property(user => user.PasswordHash).HasMaxLength(200);
        table.Property(user => user.ScorerLinkId).HasMaxLength(32);
        table.Property(user => user.ScorerEventId).HasMaxLength(EventId.MaxLength);
        table.Property(user => user.ScorerDevice).HasMaxLength(64);
        table.Ignore(user => user.IsHelper);
        table.Ignore(user => user.IsErased);
        table.HasIndex(user => user.Email).IsUnique();
        table.HasIndex(user => user.ScorerLinkId);
    }
}
