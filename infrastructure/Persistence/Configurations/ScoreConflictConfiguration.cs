using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ScoreConflictConfiguration : IEntityTypeConfiguration<ScoreConflict>
{
    public void Configure(EntityTypeBuilder<ScoreConflict> table)
    {
        table.HasKey(conflict => conflict.Id);
        table.Property(conflict => conflict.Id).HasMaxLength(32);
        table.Property(conflict => conflict.Sets).AsSets();
        table.Property(conflict => conflict.Details).AsJson().HasMaxLength(ScoreDetails.MaxLength);
        table.Property(conflict => conflict.UserId).HasMaxLength(Lengths.UserId);
        table.Property(conflict => conflict.ClientUpdateId).HasMaxLength(Lengths.ClientKey);
        table.HasIndex(conflict => new { conflict.EventId, conflict.ReceivedAt });
        table.OfEvent(conflict => conflict.EventId);
    }
}
