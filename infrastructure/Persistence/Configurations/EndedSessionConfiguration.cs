using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class EndedSessionConfiguration : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> table)
    {
        table.HasKey(session => session.Id);
        table.Property(session => session.Id).HasMaxLength(32);
        table.HasIndex(session => session.EndedAt);
        table.HasIndex(session => session.ExpiresAt);
    }
}
