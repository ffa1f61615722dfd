using System.Reflection;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveFeed.Api.Feed;

/// <summary>
/// The cursor after which a stream continues, from the header <c>Last-Event-ID</c> or the query string; null for none. Whether it can be served is decided in
/// <c>infrastructure/Streaming/History/ResumePositions.cs</c>.
/// </summary>
internal sealed record LastEventId(string? Value) : IBindableFromHttpContext<LastEventId>, IEndpointParameterMetadataProvider
{
    private const string Header = "Last-Event-ID";

    public static ValueTask<LastEventId?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers[Header].ToString();
        return new(new LastEventId(header.Length > 0 ? header : context.Request.Query["lastEventId"]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata("lastEventId", $"As the header {Header}, which wins.", Schemas.Text),
        new RequestHeaderMetadata(Header, "The id of the last entry that was received."));
}
