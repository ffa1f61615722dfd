using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> table)
    {
        table.HasKey(webhook => webhook.Id);
        table.Property(webhook => webhook.Id).HasMaxLength(32);
        table.Property(webhook => webhook.Topic).HasMaxLength(Topics.MaxLength);
        table.Property(webhook => webhook.Url).HasMaxLength(2_000);
        table.Property(webhook => webhook.Types).AsJson();
        table.Property(webhook => webhook.Secret).HasMaxLength(WebhookSecret.MaxLength);
        table.Property(webhook => webhook.PreviousSecret).HasMaxLength(WebhookSecret.MaxLength);
        table.Property(webhook => webhook.Epoch).HasMaxLength(32);
        table.Property(webhook => webhook.Check).HasColumnName("entry_check").HasMaxLength(FeedCursor.CheckLength);
        table.Property(webhook => webhook.LastError).HasMaxLength(Webhook.MaxErrorLength);
        table.Property(webhook => webhook.CreatorId).HasMaxLength(Lengths.UserId);
        // An organizer who changes it while its progress is kept: the second one starts again.
        table.Property(webhook => webhook.Version).IsConcurrencyToken();
        table.HasIndex(webhook => webhook.State);
        table.OfEvent(webhook => webhook.EventId);
    }
}
