namespace LiveFeed.BrowserTests.Engines;

/// <summary>The tests in browsers that Playwright can't drive as Debian has them.</summary>
[CollectionDefinition(Name)]
public sealed class InOtherEngines : ICollectionFixture<Firefox>, ICollectionFixture<WebKit>
{
    public const string Name = "In other engines";
}
