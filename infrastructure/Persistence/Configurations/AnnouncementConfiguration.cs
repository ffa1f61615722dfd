using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> table)
    {
        table.HasKey(announcement => new { announcement.EventId, announcement.Id });
        table.Property(announcement => announcement.Id).HasMaxLength(32);
        table.Property(announcement => announcement.Text).HasMaxLength(AnnouncementContent.MaxText);
        table.Property(announcement => announcement.AuthorId).HasMaxLength(Lengths.UserId);
        table.Property(announcement => announcement.AuthorName).HasMaxLength(80);
        table.OfEvent(announcement => announcement.EventId);
    }
}
