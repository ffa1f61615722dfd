namespace LiveFeed.IntegrationTests.Support;

/// <summary>A test of files that needs an <see cref="OrdinaryUser"/>. It is skipped, with the reason, if this machine has none who can run the server, or if all servers of the run use a database without files.</summary>
internal sealed class OrdinaryUserTheoryAttribute : TheoryAttribute
{
    public OrdinaryUserTheoryAttribute() => Skip = TestDatabase.WhyNoFile ?? OrdinaryUser.WhyMissing;
}
