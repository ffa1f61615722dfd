using Microsoft.Extensions.Primitives;

namespace LiveFeed.Api.Http;

internal static class EmptyQueryParameters
{
    /// <summary>
    /// Makes a parameter of the API without a value, such as <c>?teamId=</c>, the same as one that is left out. The framework would reject
    /// it.
    /// </summary>
    public static IApplicationBuilder UseEmptyQueryAsAbsent(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.QueryString.HasValue && request.Path.StartsWithSegments("/api") && request.Query.Any(IsEmpty))
        {
            var others = request.Query.Where(parameter => !IsEmpty(parameter));
            request.Query = new QueryCollection(new Dictionary<string, StringValues>(others, StringComparer.OrdinalIgnoreCase));
        }

        return next(context);
    });

    private static bool IsEmpty(KeyValuePair<string, StringValues> parameter) => StringValues.IsNullOrEmpty(parameter.Value);
}
