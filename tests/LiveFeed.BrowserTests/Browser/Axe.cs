using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LiveFeed.BrowserTests.Browser;

/// <summary>
/// axe-core, which finds what assistive technology would stumble over. Its package contains the script and evaluates it: the pages' policy
/// forbids adding a script, and stays on.
/// </summary>
internal static class Axe
{
    /// <summary>All rules of the standards that we say we follow, and the best practices of axe's makers beyond them.</summary>
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Returns a line for each element at fault.</summary>
    public static async Task<string[]> FindingsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return
        [
            .. from violation in result.Violations
               from node in violation.Nodes
               let messages = node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message)
               select $"{violation.Id}: {violation.Help}: {node.Target}: {string.Join("; ", messages)}",
        ];
    }
}
