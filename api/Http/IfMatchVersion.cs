using System.Globalization;
using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>The version that a write is based on, from <c>If-Match: "v7"</c>; null for any.</summary>
internal sealed record IfMatchVersion(int? Value) : IBindableFromHttpContext<IfMatchVersion>, IEndpointParameterMetadataProvider
{
    private static readonly IfMatchVersion Any = new((int?)null);

    public static ValueTask<IfMatchVersion?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return new(Any);
        return text.Length > 3 && text.StartsWith("\"v", StringComparison.Ordinal) && text[^1] == '"'
            && int.TryParse(text.AsSpan(2, text.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? new(new IfMatchVersion(version))
                : throw new InvalidParameterException("If-Match", "If-Match takes one ETag as this API gave it, such as \"v7\".");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.DescribeIfMatch();
}
