namespace LiveFeed.Api.Pages.Plain;

/// <summary>Marks the endpoint that serves a page's address if the query has <c>view=plain</c>.</summary>
internal sealed class PlainView;
