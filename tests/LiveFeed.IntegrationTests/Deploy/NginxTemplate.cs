using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>The configuration of nginx in deploy. It has names in place of addresses and paths, which nginx's image fills in.</summary>
internal static partial class NginxTemplate
{
    private static readonly string Text = Repository.Read("deploy/nginx/nginx.conf.template");

    /// <summary>The names that need a value.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Name().Matches(Text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Returns the configuration with its values.</summary>
    public static string Fill(IReadOnlyDictionary<string, string> values) => Name().Replace(Text, match => values[match.Groups[1].Value]);

    // The image fills in the variables that are set and whose names begin so (NGINX_ENVSUBST_FILTER).
    [GeneratedRegex(@"\$\{(LIVEFEED_\w+)\}")]
    private static partial Regex Name();
}
