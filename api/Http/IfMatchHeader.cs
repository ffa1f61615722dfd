using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.Net.Http.Headers;

namespace LiveFeed.Api.Http;

/// <summary>Reads <c>If-Match</c> (RFC 9110, section 13.1.1): <c>*</c>, or a list of ETags.</summary>
internal static class IfMatchHeader
{
    /// <summary>Returns the tags without their quotation marks; null without the header. A weak tag never matches, so it is left out.</summary>
    /// <exception cref="InvalidParameterException">The header is neither.</exception>
    public static IfMatch<string>? Read(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
            throw new InvalidParameterException("If-Match", "If-Match takes ETags as this API gave them, such as \"v7\", or *.");
        return new IfMatch<string>(tags.Any(tag => tag.Tag == "*") ? null : [.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.Subsegment(1, tag.Tag.Length - 2).ToString())]);
    }

    public static void Describe(EndpointBuilder endpoint) => endpoint.AddMetadata(
        new RequestHeaderMetadata("If-Match", "The ETags that the write was made for, such as \"v7\"; * for any. If the thing has changed since, or with * if there is none, the write is rejected."),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest, ErrorCode.VersionMismatch]));
}
