using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.HasKey(invitation => invitation.Id);
        table.Property(invitation => invitation.Id).HasMaxLength(32);
        table.Property(invitation => invitation.Hash).HasMaxLength(64);
        table.Property(invitation => invitation.CreatorId).HasMaxLength(Lengths.UserId);
        table.Property(invitation => invitation.TeamIds).HasConversion(JsonColumn.Of<List<int>>(), JsonColumn.ComparerOf<List<int>>());
        table.HasIndex(invitation => invitation.Hash).IsUnique();
        table.HasIndex(invitation => invitation.ExpiresAt);
        table.HasIndex(invitation => new { invitation.EventId, invitation.TeamId });
        table.OfEvent(invitation => invitation.EventId);
    }
}
