using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ScoreConfiguration : IEntityTypeConfiguration<Score>
{
    public void Configure(EntityTypeBuilder<Score> table)
    {
        table.HasKey(score => new { score.EventId, score.MatchId });
        table.Property(score => score.MatchId).ValueGeneratedNever();
        table.Property(score => score.Sets).AsSets();
        table.Property(score => score.Details).AsJson().HasMaxLength(ScoreDetails.MaxLength);
        table.Property(score => score.Tie).AsJson();
        table.Property(score => score.UpdatedBy).HasMaxLength(Lengths.UserId);
        table.Property(score => score.Version).IsConcurrencyToken();
        table.HasIndex(score => new { score.EventId, score.Status });
        table.OfMatch(score => new { score.EventId, score.MatchId });
    }
}
