using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class MatchConfiguration : IEntityTypeConfiguration<Match>
{
    public void Configure(EntityTypeBuilder<Match> table)
    {
        table.HasKey(match => new { match.EventId, match.Id });
        table.Property(match => match.Id).ValueGeneratedNever();
        table.Property(match => match.Team1Label).HasMaxLength(Lengths.Text);
        table.Property(match => match.Team2Label).HasMaxLength(Lengths.Text);
        table.Property(match => match.Number).HasMaxLength(Schedule.MaxNumber);
        table.Property(match => match.TieId).HasMaxLength(MatchDetails.MaxTieId);
        table.Property(match => match.Officials).AsJson();
        table.Property(match => match.Team1From).AsJson();
        table.Property(match => match.Team2From).AsJson();
        table.Property(match => match.PoolId).HasMaxLength(PoolsAndSources.MaxPoolId);
        table.Property(match => match.Format).AsJson().HasMaxLength(FormatChoice.MaxLength);
        table.Property(match => match.PlayedIn).AsJson().HasMaxLength(FormatChoice.MaxLength);
        table.HasIndex(match => new { match.EventId, match.StartsAt });
        table.HasIndex(match => new { match.EventId, match.PartOf });
        table.OfEvent(match => match.EventId);
    }
}
