using System.Text.RegularExpressions;

namespace LiveFeed.UnitTests.Pages;

/// <summary>The catalogue of the pages' texts, and the JavaScript that uses it.</summary>
public sealed partial class TextsTests
{
    private static readonly string Site = Path.Combine(Repository.Folder, "api/wwwroot");
    private static readonly string[] Catalogues = [.. Directory.EnumerateFiles(Path.Combine(Site, "js/texts/en")).Order(StringComparer.Ordinal)];

    private static readonly string[] Modules =
        [.. Directory.EnumerateFiles(Path.Combine(Site, "js"), "*.js", SearchOption.AllDirectories).Except(Catalogues).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Site, "js/pages")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_text_has_one_key_and_is_used()
    {
        var known = Catalogues.SelectMany(KeysOf).ToList();
        var used = Modules.SelectMany(UsedBy).ToHashSet();

        Assert.NotEmpty(known);
        Assert.Equal(known.Distinct(), known);
        Assert.Empty(known.Except(used));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_loads_every_text_that_it_uses(string page)
    {
        var loaded = new HashSet<string>();
        Load(Path.Combine(Site, "js/pages", page));

        var known = Catalogues.Where(loaded.Contains).SelectMany(KeysOf);
        Assert.Empty(loaded.Except(Catalogues).SelectMany(UsedBy).Except(known));

        void Load(string module)
        {
            if (!loaded.Add(module))
                return;
            foreach (Match match in Import().Matches(File.ReadAllText(module)))
                Load(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(module)!, match.Groups[1].Value)));
        }
    }

    [Fact]
    public void A_text_with_values_gets_values()
    {
        var withValues = Catalogues.SelectMany(file => Entry().Matches(File.ReadAllText(file)))
            .Where(match => Value().IsMatch(match.Groups[2].Value)).Select(match => match.Groups[1].Value).ToHashSet();
        var calls = Modules.SelectMany(file => Call().Matches(File.ReadAllText(file))).ToList();

        Assert.NotEmpty(calls);
        Assert.Empty(calls.Where(call => withValues.Contains(call.Groups[1].Value) != call.Groups[2].Success).Select(call => call.Value));
    }

    private static IEnumerable<string> KeysOf(string catalogue) => Entry().Matches(File.ReadAllText(catalogue)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> UsedBy(string module) => Key().Matches(File.ReadAllText(module)).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""^  "([\w.]+)": (.*),$""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(""" "((?:shared|event|coverage|display|scoring|manage|import)\.(?!js)[\w.]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Key();

    [GeneratedRegex("""\btext\("([\w.]+)"(, )?""")]
    private static partial Regex Call();

    [GeneratedRegex("""\{(\w+)\}""")]
    private static partial Regex Value();

    [GeneratedRegex("""^(?:(?:import|export)\b[^;"=]*\bfrom|import) "(\.[^"]+)";""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
