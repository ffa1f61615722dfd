namespace LiveFeed.Api.OpenApi;

internal sealed record ResponseDescription(int Status, string Text);
