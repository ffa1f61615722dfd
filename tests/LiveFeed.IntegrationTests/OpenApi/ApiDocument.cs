using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.OpenApi;

/// <summary>A server, and the OpenAPI document that it serves.</summary>
public sealed class ApiDocument : IAsyncLifetime
{
    public LiveFeedServer Server { get; private set; } = null!;

    public string Text { get; private set; } = null!;

    public JsonNode Root { get; private set; } = null!;

    internal JsonSchema Schema => new(Root);

    internal IEnumerable<Operation> Operations =>
        from path in Root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new Operation(path.Key, operation.Key, operation.Value!);

    /// <summary>The endpoints as the code describes them, each with its operation in the document.</summary>
    internal IEnumerable<(ApiDescription Code, Operation Document)> Described =>
        from code in Server.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(endpoints => endpoints.Items)
        // The document has no sign for a parameter that takes slashes too.
        join operation in Operations on $"{code.HttpMethod} /{code.RelativePath!.TrimEnd('/').Replace("{*", "{", StringComparison.Ordinal)}" equals $"{operation.Method.ToUpperInvariant()} {operation.Path}"
        select (code, operation);

    public async Task InitializeAsync()
    {
        Server = await LiveFeedServer.StartAsync();
        Text = await Server.Http.GetStringAsync("/openapi/v1.json");
        Root = JsonNode.Parse(Text)!;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

internal sealed record Operation(string Path, string Method, JsonNode Node)
{
    public IEnumerable<(string Status, JsonNode Node)> Responses => Node["responses"]!.AsObject().Select(response => (response.Key, response.Value!));

    public IEnumerable<JsonNode> Parameters => Node["parameters"]?.AsArray().Select(parameter => parameter!) ?? [];

    public JsonNode? Body => Node["requestBody"]?["content"]?["application/json"];

    public override string ToString() => $"{Method} {Path}";
}
