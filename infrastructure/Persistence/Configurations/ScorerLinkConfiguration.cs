using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ScorerLinkConfiguration : IEntityTypeConfiguration<ScorerLink>
{
    public void Configure(EntityTypeBuilder<ScorerLink> table)
    {
        table.HasKey(link => link.Id);
        table.Property(link => link.Id).HasMaxLength(32);
        table.Property(link => link.Hash).HasMaxLength(64);
        table.Property(link => link.Name).HasMaxLength(CreateScorerLink.MaxName);
        table.Property(link => link.CreatorId).HasMaxLength(Lengths.UserId);
        table.Ignore(link => link.Key);
        table.HasIndex(link => link.Hash).IsUnique();
        table.HasIndex(link => link.ExpiresAt);
        table.OfEvent(link => link.EventId);
    }
}
