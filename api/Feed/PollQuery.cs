using System.Reflection;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Feed;

/// <summary>Which part of a feed to return, and how long to wait for it: <c>?after=&amp;limit=&amp;wait=</c>.</summary>
/// <param name="After">A cursor; empty for the snapshot.</param>
/// <param name="Limit">The maximum number of entries.</param>
/// <param name="Wait">The maximum time to wait for an entry, in seconds.</param>
internal sealed record PollQuery(string After, int Limit, int Wait) : IBindableFromHttpContext<PollQuery>, IEndpointParameterMetadataProvider
{
    private static readonly QueryNumber LimitNumber = new("limit", "At most so many entries.", 500, 1, 1_000);
    private static readonly QueryNumber WaitNumber = new("wait", "Hold the request for up to so many seconds.", 0, 0, 25);

    public static ValueTask<PollQuery?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new PollQuery(context.Request.Query["after"].ToString(), LimitNumber.Read(context), WaitNumber.Read(context)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata("after", "A cursor from an earlier response.", Schemas.Text), LimitNumber.Metadata, WaitNumber.Metadata);
}
