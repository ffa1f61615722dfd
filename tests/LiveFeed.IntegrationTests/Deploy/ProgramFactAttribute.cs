namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>A test that needs a program; skipped, with the reason, if this machine doesn't have it.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">The program's name.</param>
    /// <param name="package">Debian's package that has it.</param>
    public ProgramFactAttribute(string program, string package) => Skip = InstalledProgram.WhyMissing(program, package);
}
