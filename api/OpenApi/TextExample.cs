namespace LiveFeed.Api.OpenApi;

/// <summary>An example of a body in a form that isn't JSON; null if the body is no text.</summary>
internal sealed record TextExample(string MediaType, string? Example);
