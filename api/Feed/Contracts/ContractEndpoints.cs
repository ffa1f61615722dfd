using System.Text.Json;
using System.Text.Json.Nodes;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The JSON Schemas of what streams send, at <c>/schemas</c>, and the AsyncAPI document, at <c>/asyncapi/v1.json</c>.</summary>
internal static class ContractEndpoints
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true, NewLine = "\n" };

    private static readonly Lazy<Dictionary<string, (byte[] Json, string ETag)>> Files =
        new(() => ContractSchemas.All.ToDictionary(schema => schema.File, schema => Document(schema.Json), StringComparer.Ordinal));

    private static readonly Lazy<(byte[] Json, string ETag)> Index = new(() => Document(new SchemaIndex(
        [.. ContractSchemas.All.Select(schema => new SchemaLink(schema.Name, schema.Version.ToString(), schema.Event, schema.Summary, $"schemas/{schema.File}"))])));

    private static readonly Lazy<(byte[] Json, string ETag)> AsyncApi = new(() => Document(AsyncApiDocument.Create(ContractSchemas.All)));

    public static void MapContracts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/schemas", (HttpContext context) => Respond<SchemaIndex>(context, Index.Value)).ExcludeFromDescription();
        app.MapGet("/schemas/{file}", GetSchema).ExcludeFromDescription();
        app.MapGet($"/asyncapi/{AsyncApiDocument.Name}.json", (HttpContext context) => Respond<JsonObject>(context, AsyncApi.Value)).ExcludeFromDescription();
    }

    private static Results<JsonWithETag<JsonObject>, Problem> GetSchema(string file, HttpContext context) => Files.Value.TryGetValue(file, out var found)
        ? Respond<JsonObject>(context, found)
        : new Problem(new Error(ErrorCode.NotFound, "There is no such schema. GET /schemas lists them."));

    private static JsonWithETag<T> Respond<T>(HttpContext context, (byte[] Json, string ETag) document)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return new JsonWithETag<T>(document.Json, document.ETag);
    }

    private static (byte[] Json, string ETag) Document<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Indented);
        return (json, $"\"{ApiJson.Tag(json)}\"");
    }
}
