namespace LiveFeed.BrowserTests.Browser;

/// <summary>
/// Tests that run beside those of <see cref="InBrowser"/>: the client library and the scorekeeper's page, which mostly wait for a network, a server
/// or a clock.
/// </summary>
[CollectionDefinition(Name)]
public sealed class InAnotherBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "In another browser";
}
