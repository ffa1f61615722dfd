namespace LiveFeed.IntegrationTests.Support;

/// <summary>A test that needs a <see cref="SmallDisk"/>. It is skipped, with the reason, if this machine can't have one.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyMissing;
}
