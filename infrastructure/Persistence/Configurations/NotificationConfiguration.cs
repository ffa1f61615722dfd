using LiveFeed.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.HasKey(notification => new { notification.UserId, notification.Number });
        table.Property(notification => notification.UserId).HasMaxLength(Lengths.UserId);
        table.Property(notification => notification.Cause).HasMaxLength(Notification.MaxCauseLength);
        table.Property(notification => notification.Kind).HasMaxLength(32);
        table.Property(notification => notification.Content).AsJson();
        table.HasIndex(notification => new { notification.Cause, notification.UserId }).IsUnique();
    }
}
