using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>Whoever is woken by an alert finds the page for it, and on it what it promises.</summary>
public sealed partial class RunbookTests
{
    private const string Folder = "docs/runbooks";
    private const string Drills = "deploy/drills";

    private static readonly string[] Pages = [.. DeployFiles.In(Folder).Where(page => !page.EndsWith("/README.md", StringComparison.Ordinal))];

    // The others are what the drills share.
    private static readonly string[] Scripts = [.. DeployFiles.In(Drills).Where(script => Repository.Read(script).StartsWith("#!", StringComparison.Ordinal))];

    [Fact]
    public void Every_alert_names_a_page_that_exists() => Assert.All(Alert.All, alert => Assert.Contains(alert.Runbook, Pages));

    [Fact]
    public void Every_page_names_the_alerts_that_name_it() => Assert.All(
        Alert.All, alert => Assert.Contains($"`{alert.Name}`", Repository.Read(alert.Runbook!), StringComparison.Ordinal));

    [Fact]
    public void Every_page_says_what_to_do_when_it_is_over_and_which_drill_exercises_it() => Assert.All(Pages, page =>
    {
        var headings = Heading().Matches(Repository.Read(page)).Select(match => match.Value).ToList();
        foreach (var part in new[] { "## Meanwhile", "## What to do", "## When it is over", "## Drill" })
            Assert.True(headings.Exists(heading => heading.StartsWith(part, StringComparison.Ordinal)), $"{page} has no part \"{part}\".");
    });

    [Fact]
    public void Every_page_is_in_the_list_of_pages()
    {
        var list = Repository.Read($"{Folder}/README.md");
        Assert.All(Pages, page => Assert.Contains($"({Path.GetFileName(page)})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_drill_names_a_page_that_names_it() => Assert.All(Scripts, script =>
    {
        var page = Page().Match(Repository.Read(script)).Value;
        Assert.Contains(page, Pages);
        Assert.Contains($"`{script}`", Repository.Read(page), StringComparison.Ordinal);
    });

    [Fact]
    public void Every_drill_is_run_by_a_test()
    {
        var folder = Path.Combine(Repository.Folder, "tests/LiveFeed.IntegrationTests/Faults/Drills");
        var tests = string.Concat(Directory.GetFiles(folder, "*Tests.cs").Select(File.ReadAllText));
        Assert.All(Scripts, script => Assert.Contains($"Drill.RunAsync(\"{Path.GetFileNameWithoutExtension(script)}\"", tests, StringComparison.Ordinal));
    }

    /// <summary>A link to a page that was moved costs time when there is none.</summary>
    [Fact]
    public void Every_link_leads_somewhere()
    {
        foreach (var page in DeployFiles.In("docs").Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Concat(DeployFiles.In(Folder)).Concat(DeployFiles.In("docs/reference")))
        {
            foreach (var link in Link().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)))
            {
                var (path, anchor) = link.Split('#') is [var first, var second] ? (first, second) : (link, "");
                var file = path.Length == 0 ? page : Path.GetRelativePath(Repository.Folder, Path.GetFullPath(Path.Combine(Repository.Folder, Path.GetDirectoryName(page)!, path)));
                Assert.True(Path.Exists(Path.Combine(Repository.Folder, file)), $"{page}: there is no {link}.");
                if (anchor.Length > 0)
                    Assert.True(Anchors(file).Contains(anchor), $"{page}: there is no {link}.");
            }
        }
    }

    /// <summary>As GitHub makes them of headings.</summary>
    private static HashSet<string> Anchors(string file) =>
        [.. Heading().Matches(Repository.Read(file)).Select(match => NotInAnchor().Replace(match.Value.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex("^#+ .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"docs/runbooks/[a-z-]+\.md")]
    private static partial Regex Page();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{Nd} _-]")]
    private static partial Regex NotInAnchor();
}
