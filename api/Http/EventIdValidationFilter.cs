using LiveFeed.Api.Errors;

namespace LiveFeed.Api.Http;

/// <summary>Runs before every write to an event: checks the format of its id. The transaction checks who may write.</summary>
internal sealed class EventIdValidationFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Domain.Events.EventId.Validate((string?)context.HttpContext.Request.RouteValues["eventId"]) is { } malformed ? new Problem(malformed) : await next(context);
}
