namespace LiveFeed.IntegrationTests.Support;

/// <summary>
/// A test that needs a <see cref="SmallDisk"/> for SQLite's file. It is skipped, with the reason, if this machine can't have one, or if all servers of the run use
/// another database.
/// </summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyMissing ?? TestDatabase.WhyNoFile;
}
