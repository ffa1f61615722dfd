using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> table)
    {
        table.HasKey(member => new { member.EventId, member.TeamId, member.UserId });
        table.Property(member => member.UserId).HasMaxLength(Lengths.UserId);
        table.Property(member => member.Role).HasConversion<string>().HasMaxLength(16);
        table.HasIndex(member => member.UserId);
        table.OfTeam(member => new { member.EventId, member.TeamId });
    }
}
