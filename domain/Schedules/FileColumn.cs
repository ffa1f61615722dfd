using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A column of a table.</summary>
/// <param name="Name">How it is named where a mapping is given: its heading or, if it has none of its own, its number, such as "column 4".</param>
/// <param name="Samples">What it has in the first records after the headings.</param>
/// <param name="Heading">Its heading; left out if it has none.</param>
public sealed record FileColumn(string Name, IReadOnlyList<string> Samples, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Heading = null);
