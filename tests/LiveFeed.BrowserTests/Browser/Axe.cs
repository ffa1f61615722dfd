using System.Text.Json;
using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>axe-core, which finds what assistive technology would stumble over. <c>tests/run</c> installs it from npm.</summary>
internal static class Axe
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    /// <summary>Everything in the documents that we say we follow, and what axe's makers advise beyond them; a line for each element at fault.</summary>
    private const string Run =
        """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
          return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary}`));
        }
        """;

    public static string? WhyMissing =>
        Chromium.WhyMissing ?? (File.Exists(Script) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "There is no axe-core: run npm ci in tests/LiveFeed.BrowserTests/axe and build again; tests/run does both.");

    public static async Task<string[]> FindingsAsync(IPage page)
    {
        // Evaluated, not added as a script: the pages' policy forbids that, and stays on.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        return (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(finding => finding.GetString()!).ToArray();
    }
}

/// <summary>A test in a real browser that asks axe too: visibly skipped where one of them is missing, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AccessibilityFactAttribute : FactAttribute
{
    public AccessibilityFactAttribute() => Skip = Axe.WhyMissing;
}

/// <summary>As <see cref="AccessibilityFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AccessibilityTheoryAttribute : TheoryAttribute
{
    public AccessibilityTheoryAttribute() => Skip = Axe.WhyMissing;
}
