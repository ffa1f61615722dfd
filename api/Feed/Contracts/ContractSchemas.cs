namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The schemas of all that streams send. They never change while the program runs.</summary>
internal static class ContractSchemas
{
    private static readonly Lazy<IReadOnlyList<ContractSchema>> Made = new(() => [.. EntryShapes.All.Select(EntrySchema.Create), .. StreamSchemas.Create(EntryShapes.All)]);

    public static IReadOnlyList<ContractSchema> All => Made.Value;
}
