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

    /// <summary>Calls whose key is computed, such as <c>text(kinds[kind], …)</c>, are unseen.</summary>
    [Fact]
    public void A_text_gets_the_values_that_it_names()
    {
        var texts = Catalogues.SelectMany(file => Entry().Matches(File.ReadAllText(file)))
            .ToDictionary(entry => entry.Groups[1].Value, entry => NamesIn(entry.Groups[2].Value).ToList());
        var calls = Modules.SelectMany(file => CallsIn(File.ReadAllText(file))).ToList();

        Assert.NotEmpty(calls);
        Assert.DoesNotContain(calls, call => texts[call.Key].Count == 0 && call.Values.Length > 0);
        Assert.DoesNotContain(calls, call => texts[call.Key].Exists(name => !Regex.IsMatch(call.Values, $@"[{{,]\s*{name}\b")));
    }

    /// <summary>A text with several forms needs the count, even if it doesn't show it.</summary>
    private static IEnumerable<string> NamesIn(string entry)
    {
        var shown = Value().Matches(entry).Select(match => match.Groups[1].Value);
        return entry.StartsWith('{') ? shown.Append("count") : shown;
    }

    /// <summary>Returns each call with a literal key, and its further arguments with the comma before them.</summary>
    private static IEnumerable<(string Key, string Values)> CallsIn(string script)
    {
        foreach (Match call in Call().Matches(script))
        {
            var begin = call.Index + call.Length;
            var end = begin;
            for (var depth = 1; depth > 0; end++)
                depth += script[end] switch { '(' => 1, ')' => -1, _ => 0 };
            yield return (call.Groups[1].Value, script[begin..(end - 1)]);
        }
    }

    private static IEnumerable<string> KeysOf(string catalogue) => Entry().Matches(File.ReadAllText(catalogue)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> UsedBy(string module) => Key().Matches(File.ReadAllText(module)).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""^  "([\w.]+)": (.*),$""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(""" "((?:shared|announcements|event|standings|brackets|draws|incidents|coverage|display|scoring|manage|import|join|reset|sheets|account|webhooks|scorer|rooms|notifications|invitations)\.(?!js)[\w.]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Key();

    [GeneratedRegex(""" \btext\("([\w.]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Call();

    [GeneratedRegex("""\{(\w+)\}""")]
    private static partial Regex Value();

    /// <summary>Imports at the start of a module and those of modules that are loaded later, but not those of types in comments.</summary>
    [GeneratedRegex("""(?:^(?:(?:import|export)\b[^;"=]*\bfrom|import) |(?<![{<])\bimport\()"(\.[^"]+)"[;)]""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
