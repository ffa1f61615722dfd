using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace LiveFeed.Api.OpenApi;

/// <summary>The OpenAPI document as it is served: built at the first request, because it never changes while the program runs.</summary>
internal sealed class OpenApiBytes(IServiceScopeFactory scopes)
{
    public Lazy<Task<(byte[] Json, string ETag)>> Content { get; } = new(() => BuildAsync(scopes));

    private static async Task<(byte[] Json, string ETag)> BuildAsync(IServiceScopeFactory scopes)
    {
        await using var scope = scopes.CreateAsyncScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(OpenApiDocument.Name);
        var json = System.Text.Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0));
        return (json, $"\"{ApiJson.Tag(json)}\"");
    }
}
