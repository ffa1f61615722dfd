using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class EventConfiguration : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> table)
    {
        table.HasKey(liveEvent => liveEvent.Id);
        table.Property(liveEvent => liveEvent.Id).HasMaxLength(EventId.MaxLength);
        table.Property(liveEvent => liveEvent.Name).HasMaxLength(EventDetails.MaxName);
        table.Property(liveEvent => liveEvent.Sport).HasMaxLength(32);
        table.Property(liveEvent => liveEvent.Version).IsConcurrencyToken();
        table.Ignore(liveEvent => liveEvent.Details);
        table.HasIndex(liveEvent => new { liveEvent.Visibility, liveEvent.StartsAt });
    }
}

internal sealed class DivisionConfiguration : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> table)
    {
        table.HasKey(division => new { division.EventId, division.Id });
        table.Property(division => division.Id).ValueGeneratedNever();
        table.Property(division => division.Name).HasMaxLength(Lengths.Text);
        table.OfEvent(division => division.EventId);
    }
}

internal sealed class CourtConfiguration : IEntityTypeConfiguration<Court>
{
    public void Configure(EntityTypeBuilder<Court> table)
    {
        table.HasKey(court => new { court.EventId, court.Id });
        table.Property(court => court.Id).ValueGeneratedNever();
        table.Property(court => court.Name).HasMaxLength(Lengths.Text);
        table.OfEvent(court => court.EventId);
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> table)
    {
        table.HasKey(team => new { team.EventId, team.Id });
        table.Property(team => team.Id).ValueGeneratedNever();
        table.Property(team => team.Name).HasMaxLength(Lengths.Text);
        table.OfEvent(team => team.EventId);
    }
}

internal sealed class MatchConfiguration : IEntityTypeConfiguration<Match>
{
    public void Configure(EntityTypeBuilder<Match> table)
    {
        table.HasKey(match => new { match.EventId, match.Id });
        table.Property(match => match.Id).ValueGeneratedNever();
        table.Property(match => match.Team1Label).HasMaxLength(Lengths.Text);
        table.Property(match => match.Team2Label).HasMaxLength(Lengths.Text);
        table.HasIndex(match => new { match.EventId, match.StartsAt });
        table.OfEvent(match => match.EventId);
    }
}
