namespace LiveFeed.IntegrationTests.Persistence;

/// <summary>The last version on EF Core 6.</summary>
public sealed class EfCore6VersionTests() : EarlierVersionTests("ef-core-6");
