using System.Globalization;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.RateLimits;

/// <summary>Limits how often endpoints may be called.</summary>
internal static class RateLimiting
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateLimitOptions>().Bind(configuration.GetSection("LiveFeed:RateLimits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TokenBuckets>();
        services.AddSingleton<EndpointRateLimit>();
        return services;
    }

    /// <summary>Makes every call take a token from this policy's bucket.</summary>
    public static RouteHandlerBuilder RequireRateLimit(this RouteHandlerBuilder endpoint, RateLimitPolicy policy) => endpoint.WithMetadata(new RateLimitMetadata(policy));

    /// <summary>Marks an endpoint that takes tokens itself, through <see cref="EndpointRateLimit"/>.</summary>
    public static RouteHandlerBuilder LimitsItself(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RateLimitMetadata(null));

    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.Enabled)
            return app;
        var buckets = app.ApplicationServices.GetRequiredService<TokenBuckets>();
        return app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<RateLimitMetadata>()?.Policy is not { } limited)
                return next(context);
            var (policy, owner) = Owner(context, limited);
            var taking = buckets.TakeAsync(policy, owner);
            return IsTaken(taking, out var state) ? ApplyAsync(context, next, policy, state) : ApplyWhenTakenAsync(context, next, policy, taking);
        });
    }

    /// <summary>Adds the X-RateLimit-* headers. If several buckets apply, the last one reported wins.</summary>
    public static void Report(HttpContext context, BucketState state)
    {
        // Only when the headers are sent: if the body can't be read, that is an exception, and headers set now are lost.
        if (context.Features.Get<ReportedBucket>() is null)
            context.Response.OnStarting(static request => WriteAsync((HttpContext)request), context);
        context.Features.Set(new ReportedBucket(state));
    }

    // An instance's own bucket never waits, nor do tokens taken ahead: their requests need no task more than without limits.
    private static bool IsTaken(ValueTask<BucketState> taking, out BucketState state)
    {
        state = taking.IsCompletedSuccessfully ? taking.Result : default;
        return taking.IsCompletedSuccessfully;
    }

    private static Task ApplyAsync(HttpContext context, RequestDelegate next, RateLimitPolicy policy, BucketState state)
    {
        Report(context, state);
        return state.Taken ? next(context) : Problem.WriteAsync(context, ToError(context, policy, state));
    }

    private static async Task ApplyWhenTakenAsync(HttpContext context, RequestDelegate next, RateLimitPolicy policy, ValueTask<BucketState> taking) =>
        await ApplyAsync(context, next, policy, await taking);

    private static Task WriteAsync(HttpContext context)
    {
        var (state, headers) = (context.Features.Get<ReportedBucket>()!.State, context.Response.Headers);
        // A cache would show one reader's bucket to all.
        if (headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
            return Task.CompletedTask;
        headers["X-RateLimit-Limit"] = state.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
        // Rounded up, so that the bucket is full at the second that is reported.
        headers["X-RateLimit-Reset"] = ((state.FullAt.ToUnixTimeMilliseconds() + 999) / 1000).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    /// <summary>Returns the rejection, with who shares the bucket: somebody else may have emptied it.</summary>
    public static Error ToError(HttpContext context, RateLimitPolicy policy, BucketState state)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(state.NextToken.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var (sharedBy, detail) = policy switch
        {
            RateLimitPolicy.Anonymous => ("address", $"Too many requests from this network address. Everybody there who isn't signed in shares this limit. Try again in {seconds} s, or sign in: each account has limits of its own."),
            RateLimitPolicy.SignIn or RateLimitPolicy.Register or RateLimitPolicy.UnknownRefresh or RateLimitPolicy.UnknownScorerLink or RateLimitPolicy.OpenStream =>
                ("address", $"Too many requests from this network address. Everybody there shares this limit. Try again in {seconds} s."),
            RateLimitPolicy.ScorerLinkUse => ("link", $"Many people have just come by this link. Try again in {seconds} s."),
            RateLimitPolicy.Refresh => ("session", $"Too many requests of this session. Try again in {seconds} s."),
            _ => ("account", $"Too many requests for this account. All its devices share this limit. Try again in {seconds} s, or give each device an account of its own."),
        };
        return new Error(ErrorCode.RateLimited, detail, Extensions: new Dictionary<string, object?> { ["sharedBy"] = sharedBy });
    }

    private static (RateLimitPolicy Policy, string Owner) Owner(HttpContext context, RateLimitPolicy policy) =>
        policy is RateLimitPolicy.SignIn or RateLimitPolicy.Register ? (policy, context.ClientAddress())
        : context.Token() is { } token ? (policy, token.Actor.UserId.Value)
        : (RateLimitPolicy.Anonymous, context.ClientAddress());

    private sealed record ReportedBucket(BucketState State);
}
