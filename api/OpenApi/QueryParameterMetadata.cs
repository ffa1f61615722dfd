using Microsoft.OpenApi;

namespace LiveFeed.Api.OpenApi;

/// <summary>Describes a parameter of the query string.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schema">Makes its schema.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsRepeated">Whether each item of a list is a parameter of its own, rather than all standing in one with commas between them.</param>
internal sealed record QueryParameterMetadata(string Name, string Description, Func<OpenApiSchema> Schema, bool IsRequired = false, bool IsRepeated = false);
