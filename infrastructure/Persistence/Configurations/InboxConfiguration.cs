using LiveFeed.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class InboxConfiguration : IEntityTypeConfiguration<Inbox>
{
    public void Configure(EntityTypeBuilder<Inbox> table)
    {
        table.HasKey(inbox => inbox.UserId);
        table.Property(inbox => inbox.UserId).HasMaxLength(Lengths.UserId);
        table.Property(inbox => inbox.Settings).AsJson();
        table.Ignore(inbox => inbox.ReadMark);
    }
}
