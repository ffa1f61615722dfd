using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace LiveFeed.UnitTests;

/// <summary>THIRD-PARTY-NOTICES, which is published with LiveFeed.</summary>
public sealed class ThirdPartyNoticesTests
{
    private static readonly string Notices = Repository.Read("THIRD-PARTY-NOTICES");

    /// <summary>The rows of its table, without the header.</summary>
    private static readonly string[][] Rows = [.. Notices.Split('\n').Select(line => line.Split(" | ")).Where(cells => cells.Length == 5).Skip(1)];

    [Fact]
    public void Every_package_that_is_published_has_a_notice_of_its_version()
    {
        var lockFile = JsonNode.Parse(Repository.Read("api/packages.lock.json"))!["dependencies"]!["net10.0"]!.AsObject();
        var buildOnly = BuildOnly("api/LiveFeed.Api.csproj").Concat(BuildOnly("Directory.Build.props")).ToHashSet(StringComparer.Ordinal);
        var published =
            from package in lockFile
            where (string?)package.Value!["type"] != "Project" && !buildOnly.Contains(package.Key)
            select $"{package.Key} {package.Value!["resolved"]}";

        var noticed = Rows.Select(cells => $"{cells[0]} {cells[1]}").ToList();

        Assert.Equal([], published.Except(noticed));
        Assert.Equal([], noticed.Except(published));
    }

    [Fact]
    public void Every_license_is_there_in_full()
    {
        var headings = Notices.Split(new string('=', 80)).Select(part => part.Trim().Split(':')[0]).ToList();
        Assert.Equal([], Rows.Select(cells => cells[2]).Distinct().Except(headings));
    }

    private static IEnumerable<string> BuildOnly(string project) =>
        from reference in XDocument.Parse(Repository.Read(project)).Descendants("PackageReference")
        where (string?)reference.Attribute("PrivateAssets") == "all"
        select (string)reference.Attribute("Include")!;
}
