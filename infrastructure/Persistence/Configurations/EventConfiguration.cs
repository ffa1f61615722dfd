using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class EventConfiguration : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> table)
    {
        table.HasKey(liveEvent => liveEvent.Id);
        table.Property(liveEvent => liveEvent.Id).HasMaxLength(EventId.MaxLength);
        table.Property(liveEvent => liveEvent.Name).HasMaxLength(EventDetails.MaxName);
        table.Property(liveEvent => liveEvent.Sport).HasMaxLength(32);
        table.Property(liveEvent => liveEvent.TimeZone).HasMaxLength(EventTimeZone.MaxLength);
        table.Property(liveEvent => liveEvent.Version).IsConcurrencyToken();
        table.Property(liveEvent => liveEvent.Format).AsJson().HasMaxLength(FormatChoice.MaxLength);
        table.Ignore(liveEvent => liveEvent.Details);
        table.Ignore(liveEvent => liveEvent.MatchFormat);
        table.HasIndex(liveEvent => new { liveEvent.Visibility, liveEvent.StartsAt });
    }
}
