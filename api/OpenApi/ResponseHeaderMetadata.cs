namespace LiveFeed.Api.OpenApi;

/// <summary>A header of a response; its description is in <see cref="ResponseHeaders"/>.</summary>
internal sealed record ResponseHeaderMetadata(int Status, string Name);
