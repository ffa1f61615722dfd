using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class StreamTicketConfiguration : IEntityTypeConfiguration<StreamTicket>
{
    public void Configure(EntityTypeBuilder<StreamTicket> table)
    {
        table.HasKey(ticket => ticket.Hash);
        table.Property(ticket => ticket.Hash).HasMaxLength(64);
        table.Property(ticket => ticket.UserId).HasMaxLength(Lengths.UserId);
        table.Property(ticket => ticket.SessionId).HasMaxLength(32);
        table.HasIndex(ticket => ticket.ExpiresAt);
    }
}
