namespace LiveFeed.IntegrationTests.Support;

/// <summary>A test that needs <see cref="SmallDisk"/>; skipped, with the reason, where there can be none.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyMissing;
}
