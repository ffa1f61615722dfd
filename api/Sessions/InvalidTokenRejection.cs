using LiveFeed.Api.Errors;

namespace LiveFeed.Api.Sessions;

internal static class InvalidTokenRejection
{
    /// <summary>
    /// Rejects a request whose token is invalid or expired, on public resources too: it is never silently downgraded to anonymous.
    /// </summary>
    public static IApplicationBuilder UseInvalidTokenRejection(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<InvalidTokenError>() is { } invalid
            ? Problem.WriteAsync(context, invalid.Error)
            : next(context));
}
