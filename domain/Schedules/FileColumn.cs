using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in a mapping: its heading; or its number, such as "column 4", if it has no heading or shares it with another column.</param>
/// <param name="Samples">What it has in the first records after the headings.</param>
/// <param name="Heading">Its heading; left out if it has none.</param>
public sealed record FileColumn(string Name, IReadOnlyList<string> Samples, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Heading = null);
