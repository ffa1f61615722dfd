using LiveFeed.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> table)
    {
        table.ToTable("Jobs");
        table.HasKey(job => job.Id);
        table.Property(job => job.Id).HasMaxLength(128);
        table.Property(job => job.Kind).HasMaxLength(64);
        table.Property(job => job.Owner).HasMaxLength(32);
        table.Property(job => job.LastError).HasMaxLength(Job.MaxErrorLength);
        // Two instances that take a job at once, or one that takes it while the other renews its lease: the second one starts again.
        table.Property(job => job.Fence).IsConcurrencyToken();
        table.Property(job => job.LeasedUntil).IsConcurrencyToken();
        // So does one that ends it while a transaction gives it more to do.
        table.Property(job => job.DueAt).IsConcurrencyToken();
        table.HasIndex(job => job.DueAt);
    }
}
