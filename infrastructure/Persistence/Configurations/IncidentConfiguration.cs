using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> table)
    {
        table.HasKey(incident => new { incident.EventId, incident.Id });
        table.Property(incident => incident.Id).HasMaxLength(32);
        table.Property(incident => incident.Kind).HasConversion<string>().HasMaxLength(32);
        table.Property(incident => incident.Person).HasMaxLength(IncidentDetails.MaxPerson);
        table.Property(incident => incident.Person2).HasMaxLength(IncidentDetails.MaxPerson);
        table.Property(incident => incident.PersonNumber).HasMaxLength(PlayerRules.MaxNumber);
        table.Property(incident => incident.Person2Number).HasMaxLength(PlayerRules.MaxNumber);
        table.Property(incident => incident.Detail).HasMaxLength(IncidentDetails.MaxDetail);
        // ORDER is a word of SQL.
        table.Property(incident => incident.Order).HasColumnName("order_number");
        table.Property(incident => incident.RecordedBy).HasMaxLength(Lengths.UserId);
        table.Property(incident => incident.RetractedBy).HasMaxLength(Lengths.UserId);
        table.Property(incident => incident.ClientUpdateId).HasMaxLength(Lengths.ClientKey);
        table.HasIndex(incident => new { incident.EventId, incident.MatchId, incident.RecordedAt });
        table.OfMatch(incident => new { incident.EventId, incident.MatchId });
    }
}
