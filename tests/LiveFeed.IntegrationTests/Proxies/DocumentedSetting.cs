namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>The settings of proxies in docs/operations.md. The tests run what the page shows.</summary>
internal static class DocumentedSetting
{
    /// <summary>Returns the setting that keeps streams through a restart.</summary>
    /// <param name="language">The name of its block, such as <c>nginx</c>.</param>
    public static string Whole(string language) => Blocks(language)[0];

    /// <summary>Returns the part that takes the path prefix <c>/scores</c> off.</summary>
    /// <param name="language">The name of its block, such as <c>nginx</c>.</param>
    public static string Prefix(string language) => Blocks(language)[1];

    private static string[] Blocks(string language) =>
        [.. Repository.Read("docs/operations.md").Split($"```{language}\n").Skip(1).Select(block => block.Split("```")[0])];
}
