namespace LiveFeed.Api.Pages;

/// <summary>Settings under <c>LiveFeed:Frames</c>.</summary>
internal sealed class FrameOptions
{
    private const string Self = "'self'";

    /// <summary>
    /// Who may show an event's page and its display in a frame: origins such as <c>https://club.example</c> with blanks between them, or
    /// <c>'self'</c> or <c>'none'</c> (the value of CSP's frame-ancestors, w3.org/TR/CSP3). A page in another site's frame has no session.
    /// </summary>
    public string Ancestors { get; set; } = Self;

    public bool AreValid() =>
        Ancestors == "'none'" || (Ancestors.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } all && Array.TrueForAll(all, IsSource));

    // A ; or , would end the directive, and let the rest of the policy be anything.
    private static bool IsSource(string source) => source == Self
        || (Uri.TryCreate(source.Replace("*.", "", StringComparison.Ordinal), UriKind.Absolute, out var origin)
            && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/" && source.All(char.IsAscii) && source.IndexOfAny([';', ',', '\'', '"']) < 0);
}
