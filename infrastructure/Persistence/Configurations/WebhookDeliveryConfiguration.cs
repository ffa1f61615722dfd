using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> table)
    {
        table.HasKey(delivery => delivery.Id);
        table.Property(delivery => delivery.Id).HasMaxLength(32);
        table.Property(delivery => delivery.WebhookId).HasMaxLength(32);
        table.Property(delivery => delivery.MessageId).HasMaxLength(64);
        table.Property(delivery => delivery.Type).HasMaxLength(16);
        table.Property(delivery => delivery.Error).HasMaxLength(Webhook.MaxErrorLength);
        table.HasIndex(delivery => new { delivery.WebhookId, delivery.Id });
        table.HasIndex(delivery => delivery.SentAt);
        table.HasOne<Webhook>().WithMany().HasForeignKey(delivery => delivery.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}
