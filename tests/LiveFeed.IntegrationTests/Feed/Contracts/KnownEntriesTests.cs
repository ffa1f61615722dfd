using System.Text.RegularExpressions;
using LiveFeed.Domain.Feed;

namespace LiveFeed.IntegrationTests.Feed.Contracts;

public sealed partial class KnownEntriesTests
{
    [Fact]
    public void The_client_library_knows_every_type_in_its_newest_version()
    {
        var known = Line().Matches(Repository.Read("api/wwwroot/js/client/feed-state.js")).Select(line => $"{line.Groups[1].Value} {line.Groups[2].Value}");
        Assert.Equal(EntryShapes.All.Select(shape => $"{shape.Type} {shape.Version.Major}").Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""^  "?([a-z-]+)"?: (\d+),$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
