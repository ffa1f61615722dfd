using System.Globalization;

namespace LiveFeed.UnitTests.Common;

public sealed class CultureTests
{
    /// <summary>Makes sure that the second run of <c>tests/run</c>, which sets LC_ALL, differs from the first.</summary>
    [Fact]
    public void The_tests_run_in_the_culture_that_is_asked_for()
    {
        if (Environment.GetEnvironmentVariable("LC_ALL") == "tr_TR.UTF-8")
            Assert.Equal("tr-TR", CultureInfo.CurrentCulture.Name);
    }
}
