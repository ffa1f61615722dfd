using Microsoft.OpenApi;

namespace LiveFeed.Api.OpenApi;

/// <summary>The headers of responses, each described once.</summary>
internal static class ResponseHeaders
{
    public const string RetryAfter = "Retry-After";
    public const string Replayed = "Idempotency-Replayed";
    public static readonly string[] RateLimits = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

    public static readonly Dictionary<string, IOpenApiHeader> All = new()
    {
        ["ETag"] = Header("Names this version: send it as If-None-Match to learn whether there is a newer one.", Schemas.Text()),
        ["Location"] = Header("Where the new thing is.", Schemas.Text()),
        [Replayed] = Header("true if this is the first response again, to a repeat.", Schemas.Words(["true"])),
        [RetryAfter] = Header("After how many seconds to try again.", Whole()),
        [RateLimits[0]] = Header("How many requests the bucket holds.", Whole()),
        [RateLimits[1]] = Header("How many of them are left.", Whole()),
        [RateLimits[2]] = Header("When the bucket is full again, in Unix seconds.", Whole("int64")),
    };

    public static void Add(this OpenApiResponse response, string name, Microsoft.OpenApi.OpenApiDocument document)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeaderReference(name, document);
    }

    private static OpenApiHeader Header(string description, OpenApiSchema schema) => new() { Description = description, Schema = schema };

    private static OpenApiSchema Whole(string format = "int32") => new() { Type = JsonSchemaType.Integer, Format = format };
}
