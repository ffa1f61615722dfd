using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using Microsoft.AspNetCore.Authorization;

namespace LiveFeed.Api.ScorerLinks;

/// <summary>
/// Keeps helpers, who are in by a scorer link, from everything but reading and keeping score: a call that needs a signed-in user rejects them unless it says
/// otherwise. So a new call is closed to them until somebody thinks of it.
/// </summary>
internal static class HelperGate
{
    private static readonly Error Closed =
        new(ErrorCode.RoleRequired, "You are in by a scorer link, which is for keeping score and nothing else. Sign in with an account to do this.");

    public static IApplicationBuilder UseHelperGate(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Token()?.Actor.ScorerLink is not null && context.GetEndpoint() is { } endpoint && !IsOpen(endpoint.Metadata)
            ? Problem.WriteAsync(context, Closed)
            : next(context));

    /// <summary>Lets helpers make this call. What it does must look at their link itself.</summary>
    public static RouteHandlerBuilder AllowHelpers(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(AllowsHelpers.Instance);

    public static bool IsOpen(IEnumerable<object> metadata) => !metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<AllowsHelpers>().Any();
}
