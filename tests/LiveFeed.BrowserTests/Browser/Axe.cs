using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>
/// axe-core, which finds what assistive technology would stumble over. It is evaluated as the browser's tools do: the pages' policy forbids
/// adding a script, and stays on. (Its package for Playwright opens another page for each run, which takes as long again.)
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>All rules of the standards that we say we follow, and the best practices of axe's makers beyond them.</summary>
    private static readonly object Options = new
    {
        runOnly = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
        resultTypes = new[] { "violations" },
    };

    /// <summary>Returns a line for each element at fault.</summary>
    public static async Task<string[]> FindingsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync($"() => {{ {Script} }}");
        var violations = await page.EvaluateAsync<JsonElement>("async (options) => (await axe.run(options)).violations", Options);
        return
        [
            .. from violation in violations.EnumerateArray()
               from node in violation.GetProperty("nodes").EnumerateArray()
               let checks = new[] { "any", "all", "none" }.SelectMany(kind => node.GetProperty(kind).EnumerateArray())
               let messages = checks.Select(check => check.GetProperty("message").GetString())
               select $"{violation.GetProperty("id")}: {violation.GetProperty("help")}: {node.GetProperty("target")}: {string.Join("; ", messages)}",
        ];
    }
}
