using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>The ETags of the contents that a write may be based on, without quotation marks, from <c>If-Match</c>; null without a condition.</summary>
internal sealed record IfMatchTag(IfMatch<string>? Value) : IBindableFromHttpContext<IfMatchTag>, IEndpointParameterMetadataProvider
{
    public static ValueTask<IfMatchTag?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new IfMatchTag(IfMatchHeader.Read(context)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => IfMatchHeader.Describe(builder);
}
