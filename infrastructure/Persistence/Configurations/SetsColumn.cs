using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

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
