using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>The ETag of the content that a write is based on, without its quotation marks, from <c>If-Match</c>; null for any.</summary>
internal sealed record IfMatchTag(string? Value) : IBindableFromHttpContext<IfMatchTag>, IEndpointParameterMetadataProvider
{
    private static readonly IfMatchTag Any = new((string?)null);

    public static ValueTask<IfMatchTag?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var text = context.Request.Headers.IfMatch.ToString();
        if (text.Length == 0)
            return new(Any);
        return text.Length > 2 && text[0] == '"' && text.IndexOf('"', 1) == text.Length - 1
            ? new(new IfMatchTag(text[1..^1]))
            : throw new InvalidParameterException("If-Match", "If-Match takes one ETag as this API gave it, in its quotation marks.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.DescribeIfMatch();
}
