using System.Text.RegularExpressions;

namespace LiveFeed.UnitTests;

public sealed partial class ArchitectureDocumentTests
{
    [Fact]
    public void Every_step_of_the_document_stands_in_the_code_once_and_the_other_way_round()
    {
        var root = Repository.Folder;
        var documented = Numbered().Matches(File.ReadAllText(Path.Combine(root, "docs", "architecture.md"))).Select(match => match.Groups[1].Value);
        var code = new[] { "api", "domain", "infrastructure" }
            .SelectMany(layer => Directory.EnumerateFiles(Path.Combine(root, layer), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Step().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        Assert.Equal(documented.Order(StringComparer.Ordinal), code.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_and_folder_that_the_document_names_is_there()
    {
        var root = Repository.Folder;
        var named = Paths().Matches(File.ReadAllText(Path.Combine(root, "docs", "architecture.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("domain/Scores/ScoreUpdated.cs", named);
        Assert.Equal([], named.Where(path => !Path.Exists(Path.Combine(root, path))));
    }

    [GeneratedRegex("`((?:api|domain|infrastructure|tests)/[^` ]*)`")]
    private static partial Regex Paths();

    [GeneratedRegex(@"(?:^| )([WR]\d+)  ", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"// Step ([WR]\d+): ")]
    private static partial Regex Step();
}
