using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class TransactionRecordConfiguration : IEntityTypeConfiguration<TransactionRecord>
{
    public void Configure(EntityTypeBuilder<TransactionRecord> table)
    {
        table.ToTable("Transactions");
        table.HasKey(transaction => transaction.Id);
        table.Property(transaction => transaction.Id).ValueGeneratedNever();
        table.HasIndex(transaction => transaction.At);
    }
}
