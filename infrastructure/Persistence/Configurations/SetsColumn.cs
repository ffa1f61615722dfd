using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence.Configurations;

/// <summary>Sets as a JSON array of pairs, <c>[[25,20],[18,25]]</c>; with two more numbers for the points of a tie-break, <c>[[7,6,7,4]]</c>.</summary>
internal static class SetsColumn
{
    private static readonly ValueConverter<IReadOnlyList<SetScore>, string> Converter = new(sets => Write(sets), text => Read(text));

    private static readonly ValueComparer<IReadOnlyList<SetScore>> Comparer = JsonColumn.ComparerOf<IReadOnlyList<SetScore>>();

    public static void AsSets(this PropertyBuilder<IReadOnlyList<SetScore>> property) => property.HasConversion(Converter, Comparer).HasMaxLength(2000);

    private static string Write(IReadOnlyList<SetScore> sets) =>
        "[" + string.Join(',', sets.Select(set => set.TieBreak is { } points
            ? FormattableString.Invariant($"[{set.Team1},{set.Team2},{points.Team1},{points.Team2}]")
            : FormattableString.Invariant($"[{set.Team1},{set.Team2}]"))) + "]";

    private static List<SetScore> Read(string text) =>
        [.. JsonSerializer.Deserialize<int[][]>(text, JsonSerializerOptions.Default)!
            .Select(numbers => new SetScore(numbers[0], numbers[1], numbers is [_, _, var points1, var points2] ? new PointPair(points1, points2) : null))];
}
