using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class PoolConfiguration : IEntityTypeConfiguration<Pool>
{
    public void Configure(EntityTypeBuilder<Pool> table)
    {
        table.HasKey(pool => new { pool.EventId, pool.Id });
        table.Property(pool => pool.Id).HasMaxLength(PoolsAndSources.MaxPoolId);
        table.Property(pool => pool.Name).HasMaxLength(Lengths.Text);
        table.Property(pool => pool.Teams).AsJson();
        table.Property(pool => pool.PlacesFrom).AsJson();
        table.Property(pool => pool.Ranks).AsJson();
        table.Property(pool => pool.Rows).AsJson();
        table.Property(pool => pool.Published).HasMaxLength(Lengths.Version);
        table.OfEvent(pool => pool.EventId);
    }
}
