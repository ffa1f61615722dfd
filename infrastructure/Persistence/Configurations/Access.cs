using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> table)
    {
        table.HasKey(user => user.Id);
        table.Property(user => user.Id).HasMaxLength(Lengths.UserId);
        table.Property(user => user.Email).HasMaxLength(254);
        table.Property(user => user.DisplayName).HasMaxLength(80);
        table.Property(user => user.PasswordHash).HasMaxLength(200);
        table.HasIndex(user => user.Email).IsUnique();
    }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> table)
    {
        table.HasKey(member => new { member.EventId, member.UserId });
        table.Property(member => member.UserId).HasMaxLength(Lengths.UserId);
        table.Property(member => member.TeamIds).HasConversion(JsonColumn.Of<List<int>>(), JsonColumn.ComparerOf<List<int>>());
        table.HasIndex(member => member.UserId);
        table.OfEvent(member => member.EventId);
    }
}

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> table)
    {
        table.HasKey(token => token.Hash);
        table.Property(token => token.Hash).HasMaxLength(64);
        table.Property(token => token.UserId).HasMaxLength(Lengths.UserId);
        table.Property(token => token.FamilyId).HasMaxLength(32);
        // If a token is used twice at once, the second use finds the row changed, runs again, and sees a reused token.
        table.Property(token => token.UsedAt).IsConcurrencyToken();
        table.HasIndex(token => token.FamilyId);
        table.HasIndex(token => token.ExpiresAt);
    }
}

internal sealed class StreamTicketConfiguration : IEntityTypeConfiguration<StreamTicket>
{
    public void Configure(EntityTypeBuilder<StreamTicket> table)
    {
        table.HasKey(ticket => ticket.Hash);
        table.Property(ticket => ticket.Hash).HasMaxLength(64);
        table.Property(ticket => ticket.UserId).HasMaxLength(Lengths.UserId);
        table.HasIndex(ticket => ticket.ExpiresAt);
    }
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> table)
    {
        table.HasKey(record => new { record.UserId, record.Key });
        table.Property(record => record.UserId).HasMaxLength(Lengths.UserId);
        table.Property(record => record.Key).HasMaxLength(Lengths.ClientKey);
        table.Property(record => record.RequestHash).HasMaxLength(64);
        table.HasIndex(record => record.ExpiresAt);
    }
}
