using System.Globalization;

namespace LiveFeed.UnitTests.Common;

public sealed class CultureTests
{
    /// <summary>The second run of <c>tests/run</c>, which sets LC_ALL, would otherwise be the same as the first.</summary>
    [Fact]
    public void The_tests_run_in_the_culture_that_is_asked_for()
    {
        if (Environment.GetEnvironmentVariable("LC_ALL") == "tr_TR.UTF-8")
            Assert.Equal("tr-TR", CultureInfo.CurrentCulture.Name);
    }
}
