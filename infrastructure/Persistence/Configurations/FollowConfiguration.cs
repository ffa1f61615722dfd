using LiveFeed.Domain.Follows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class FollowConfiguration : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> table)
    {
        table.HasKey(follow => new { follow.UserId, follow.EventId, follow.Kind, follow.TargetId });
        table.Property(follow => follow.UserId).HasMaxLength(Lengths.UserId);
        table.Property(follow => follow.Kind).HasConversion<string>().HasMaxLength(16);
        // A schedule that is uploaded anew may leave a team out and have it again: who follows it stays.
        table.OfEvent(follow => follow.EventId);
        table.HasIndex(follow => new { follow.EventId, follow.Kind, follow.TargetId, follow.UserId });
        table.Ignore(follow => follow.Target);
    }
}
