namespace LiveFeed.Api.Errors;

/// <summary>Endpoint metadata: errors are rendered as HTML instead of problem+json.</summary>
/// <param name="WriteAsync">Writes the body and its content type. The status and its headers have been set.</param>
internal sealed record ProblemsAsPage(Func<HttpContext, Error, Task> WriteAsync);
