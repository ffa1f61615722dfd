using System.Reflection;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Http;

/// <summary>Which page of a list to return: <c>?limit=&amp;offset=</c>. By default the first 100 items, at most 1,000 at once.</summary>
internal sealed record PageQuery(Paging Paging) : IBindableFromHttpContext<PageQuery>, IEndpointParameterMetadataProvider
{
    private static readonly QueryNumber Limit = new("limit", "At most so many items.", 100, 1, 1_000);
    private static readonly QueryNumber Offset = new("offset", "Pass over so many items first.", 0, 0, int.MaxValue);

    public static ValueTask<PageQuery?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new PageQuery(new Paging(Limit.Read(context), Offset.Read(context))));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.AddMetadata(Limit.Metadata, Offset.Metadata, new ErrorCodesMetadata([ErrorCode.InvalidRequest]));
}
