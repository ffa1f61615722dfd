using Microsoft.OpenApi;

namespace LiveFeed.Api.OpenApi;

internal sealed record QueryParameterMetadata(string Name, string Description, Func<OpenApiSchema> Schema);
