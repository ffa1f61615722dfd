namespace LiveFeed.Domain.Exports;

/// <summary>A table for people and for other programs. A cell is a text, a whole number, a <see cref="LocalMoment"/>, or null.</summary>
/// <param name="Name">What the table is of.</param>
/// <param name="Headings">The headings of its columns.</param>
/// <param name="Rows">The rows, each with a cell for every column.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);
