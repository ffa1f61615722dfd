namespace LiveFeed.Api.OpenApi;

internal static class SecuritySchemes
{
    public const string Bearer = "bearer";
    public const string Cookie = "accessCookie";
}
