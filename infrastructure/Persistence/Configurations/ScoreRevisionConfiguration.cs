using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ScoreRevisionConfiguration : IEntityTypeConfiguration<ScoreRevision>
{
    public void Configure(EntityTypeBuilder<ScoreRevision> table)
    {
        table.HasKey(revision => new { revision.EventId, revision.MatchId, revision.Version });
        table.Property(revision => revision.Sets).AsSets();
        table.Property(revision => revision.Details).AsJson().HasMaxLength(ScoreDetails.MaxLength);
        table.Property(revision => revision.UpdatedBy).HasMaxLength(Lengths.UserId);
        table.Property(revision => revision.ClientUpdateId).HasMaxLength(Lengths.ClientKey);
        table.Property(revision => revision.Reason).HasMaxLength(PostScore.MaxReason);
        // They stay if their match is removed, which may come back.
        table.OfEvent(revision => revision.EventId);
    }
}
