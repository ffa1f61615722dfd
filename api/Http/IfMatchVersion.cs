using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>The versions that a write may be based on, from <c>If-Match: "v7"</c>; null without a condition.</summary>
internal sealed record IfMatchVersion(IfMatch<int>? Value) : IBindableFromHttpContext<IfMatchVersion>, IEndpointParameterMetadataProvider
{
    public static ValueTask<IfMatchVersion?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new IfMatchVersion(IfMatchHeader.Read(context) is { } condition
            // A tag that isn't one of a version is one of something else, and matches nothing.
            ? new IfMatch<int>(condition.OneOf?.Select(ReadVersion).OfType<int>().ToList())
            : null));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => IfMatchHeader.Describe(builder);

    // "v7", or "v7-" with what else is part of the content.
    private static int? ReadVersion(string tag) =>
        tag.StartsWith('v') && int.TryParse(tag.AsSpan(1).Slice(0, tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? end - 1 : tag.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
