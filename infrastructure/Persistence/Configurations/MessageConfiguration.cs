using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> table)
    {
        table.HasKey(message => new { message.EventId, message.Id });
        table.Property(message => message.Id).HasMaxLength(32);
        table.Property(message => message.AuthorId).HasMaxLength(Lengths.UserId);
        table.Property(message => message.DeletedBy).HasMaxLength(Lengths.UserId);
        table.Property(message => message.Text).HasMaxLength(MessageText.MaxLength);
        table.Property(message => message.ClientMessageId).HasMaxLength(Lengths.ClientKey);
        table.HasIndex(message => new { message.EventId, message.TeamId, message.PostedAt, message.Id });
        table.OfTeam(message => new { message.EventId, message.TeamId });
    }
}
