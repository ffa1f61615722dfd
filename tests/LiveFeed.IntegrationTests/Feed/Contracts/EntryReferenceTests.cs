using LiveFeed.Api.Feed.Contracts;
using LiveFeed.Domain.Feed;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

/// <summary>The tables of docs/reference/entries.md.</summary>
public sealed class EntryReferenceTests
{
    [Fact]
    public void The_reference_has_every_schema_as_the_code_has_it()
    {
        var rows = Repository.Read("docs/reference/entries.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var entries = EntryShapes.All.Select(shape => $"| `{shape.Type}` | {shape.Version} | {Code(shape.Key)}| {(shape.Removed is null ? "" : "yes ")}| {shape.Summary} |");
        var others = ContractSchemas.All.Skip(EntryShapes.All.Count).Select(schema => $"| `{schema.Name}` | {schema.Version} | {Code(schema.Event)}| {schema.Summary} |");

        Assert.Equal(entries.Concat(others), rows);
    }

    private static string Code(string? text) => text is null ? "" : $"`{text}` ";
}
