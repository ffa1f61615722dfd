namespace LiveFeed.BrowserTests.Browser;

/// <summary>The tests that share a browser; they run one after another. Those of <see cref="InAnotherBrowser"/> run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "In a browser";
}
