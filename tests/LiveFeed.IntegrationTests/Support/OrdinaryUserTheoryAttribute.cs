namespace LiveFeed.IntegrationTests.Support;

/// <summary>A test that needs an <see cref="OrdinaryUser"/>. It is skipped, with the reason, if this machine has none who can run the server.</summary>
internal sealed class OrdinaryUserTheoryAttribute : TheoryAttribute
{
    public OrdinaryUserTheoryAttribute() => Skip = OrdinaryUser.WhyMissing;
}
