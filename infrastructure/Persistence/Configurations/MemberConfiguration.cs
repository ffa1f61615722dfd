using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> table)
    {
        table.HasKey(member => new { member.EventId, member.UserId });
        table.Property(member => member.UserId).HasMaxLength(Lengths.UserId);
        table.Property(member => member.TeamIds).HasConversion(JsonColumn.Of<List<int>>(), JsonColumn.ComparerOf<List<int>>());
        table.HasIndex(member => member.UserId);
        table.OfEvent(member => member.EventId);
    }
}
