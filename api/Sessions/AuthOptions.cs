namespace LiveFeed.Api.Sessions;

/// <summary>Settings under <c>LiveFeed:Auth</c>.</summary>
internal sealed class AuthOptions
{
    /// <summary>Whether browsers get cookies that they keep over plain http, such as in a hall's own network; in Development unless it is set.</summary>
    public bool? AllowInsecureCookies { get; set; }
}
