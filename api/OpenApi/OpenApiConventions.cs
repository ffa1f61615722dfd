namespace LiveFeed.Api.OpenApi;

/// <summary>Describes an endpoint for the OpenAPI document. Called when the endpoint is mapped.</summary>
internal static class OpenApiConventions
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.WithSummary(summary).WithDescription(description);

    /// <summary>Says what a status means that the endpoint returns.</summary>
    public static RouteHandlerBuilder DescribeResponse(this RouteHandlerBuilder endpoint, int status, string what) =>
        endpoint.WithMetadata(new ResponseDescription(status, what));

    public static RouteHandlerBuilder ProducesETag(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.WithMetadata(new ResponseHeaderMetadata(status, "ETag"));

    public static RouteHandlerBuilder ProducesStream(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<Stream>(200, "text/event-stream")
        .WithMetadata(new ResponseDescription(200, "The stream."));

    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder endpoint, params ErrorCode[] codes) => endpoint.WithMetadata(new ErrorCodesMetadata(codes));

    /// <summary>Says that the response is a file, with an ETag.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="mediaType">The file's media type.</param>
    /// <param name="what">What is in it.</param>
    /// <param name="example">The beginning of such a file, if it is a text.</param>
    public static RouteHandlerBuilder ProducesFile(this RouteHandlerBuilder endpoint, string mediaType, string what, string? example = null) => endpoint
        .WithMetadata(UnlessUnchanged(typeof(Stream), mediaType))
        .WithMetadata(new TextExample(mediaType, example))
        .DescribeResponse(StatusCodes.Status200OK, what);

    /// <summary>Returns the metadata of a response with an ETag, which is 304 if the client has that version.</summary>
    public static object[] UnlessUnchanged<T>() => UnlessUnchanged(typeof(T), "application/json");

    private static object[] UnlessUnchanged(Type type, string mediaType) =>
    [
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, type, [mediaType]),
        new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)),
        new ResponseDescription(StatusCodes.Status304NotModified, "Unchanged since the version that If-None-Match names."),
        new ResponseHeaderMetadata(StatusCodes.Status200OK, "ETag"),
        new ResponseHeaderMetadata(StatusCodes.Status304NotModified, "ETag"),
        new RequestHeaderMetadata("If-None-Match", "The ETag of an earlier response."),
    ];

    /// <summary>Adds what a parameter or a result says about itself.</summary>
    public static void AddMetadata(this EndpointBuilder endpoint, params object[] metadata)
    {
        foreach (var item in metadata)
            endpoint.Metadata.Add(item);
    }
}
