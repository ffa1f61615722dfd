namespace LiveFeed.BrowserTests.Network;

/// <summary>The tests that share a rough network; they run one after another, beside all others, and mostly wait.</summary>
[CollectionDefinition(Name)]
public sealed class OverARoughNetwork : ICollectionFixture<RoughCup>
{
    public const string Name = "Over a rough network";
}
