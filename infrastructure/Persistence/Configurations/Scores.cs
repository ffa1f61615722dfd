using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

internal sealed class ScoreConfiguration : IEntityTypeConfiguration<Score>
{
    public void Configure(EntityTypeBuilder<Score> table)
    {
        table.HasKey(score => new { score.EventId, score.MatchId });
        table.Property(score => score.MatchId).ValueGeneratedNever();
        table.Property(score => score.Sets).AsSets();
        table.Property(score => score.UpdatedBy).HasMaxLength(Lengths.UserId);
        table.Property(score => score.Version).IsConcurrencyToken();
        table.HasIndex(score => new { score.EventId, score.Status });
        table.OfMatch(score => new { score.EventId, score.MatchId });
    }
}

internal sealed class ScoreRevisionConfiguration : IEntityTypeConfiguration<ScoreRevision>
{
    public void Configure(EntityTypeBuilder<ScoreRevision> table)
    {
        table.HasKey(revision => new { revision.EventId, revision.MatchId, revision.Version });
        table.Property(revision => revision.Sets).AsSets();
        table.Property(revision => revision.UpdatedBy).HasMaxLength(Lengths.UserId);
        table.Property(revision => revision.ClientUpdateId).HasMaxLength(Lengths.ClientKey);
        table.Property(revision => revision.EventId).HasMaxLength(EventId.MaxLength);
        table.HasOne<Score>().WithMany().HasForeignKey(revision => new { revision.EventId, revision.MatchId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ScoreConflictConfiguration : IEntityTypeConfiguration<ScoreConflict>
{
    public void Configure(EntityTypeBuilder<ScoreConflict> table)
    {
        table.HasKey(conflict => conflict.Id);
        table.Property(conflict => conflict.Id).HasMaxLength(32);
        table.Property(conflict => conflict.Sets).AsSets();
        table.Property(conflict => conflict.UserId).HasMaxLength(Lengths.UserId);
        table.Property(conflict => conflict.ClientUpdateId).HasMaxLength(Lengths.ClientKey);
        table.HasIndex(conflict => new { conflict.EventId, conflict.ReceivedAt });
        table.OfMatch(conflict => new { conflict.EventId, conflict.MatchId });
    }
}

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> table)
    {
        table.HasKey(claim => new { claim.EventId, claim.MatchId });
        table.Property(claim => claim.MatchId).ValueGeneratedNever();
        // Part of the predicate of every update and delete: if the claim was lost in the meantime, no row changes.
        table.Property(claim => claim.HolderId).HasMaxLength(Lengths.UserId).IsConcurrencyToken();
        table.Property(claim => claim.ExpiresAt).IsConcurrencyToken();
        table.Property(claim => claim.HolderName).HasMaxLength(80);
        // The columns have the names that the first version gave them.
        table.Property(claim => claim.PublishedExpiresAt).HasColumnName("told_expires_at");
        table.Property(claim => claim.WriteCount).HasColumnName("uses");
        table.HasIndex(claim => claim.ExpiresAt);
        table.OfMatch(claim => new { claim.EventId, claim.MatchId });
    }
}

internal sealed class CoverageConfiguration : IEntityTypeConfiguration<CoverageItem>
{
    public void Configure(EntityTypeBuilder<CoverageItem> table)
    {
        table.HasKey(item => new { item.EventId, item.UserId, item.MatchId });
        table.Property(item => item.UserId).HasMaxLength(Lengths.UserId);
        table.OfMatch(item => new { item.EventId, item.MatchId });
    }
}

/// <summary>Sets as a JSON array of pairs: <c>[[25,20],[18,25]]</c>.</summary>
internal static class SetsColumn
{
    private static readonly ValueConverter<IReadOnlyList<SetScore>, string> Converter = new(sets => Write(sets), text => Read(text));

    private static readonly ValueComparer<IReadOnlyList<SetScore>> Comparer = JsonColumn.ComparerOf<IReadOnlyList<SetScore>>();

    public static void AsSets(this PropertyBuilder<IReadOnlyList<SetScore>> property) => property.HasConversion(Converter, Comparer).HasMaxLength(2000);

    private static string Write(IReadOnlyList<SetScore> sets) =>
        "[" + string.Join(',', sets.Select(set => FormattableString.Invariant($"[{set.Team1},{set.Team2}]"))) + "]";

    private static List<SetScore> Read(string text) =>
        [.. JsonSerializer.Deserialize<int[][]>(text, JsonSerializerOptions.Default)!.Select(pair => new SetScore(pair[0], pair[1]))];
}
