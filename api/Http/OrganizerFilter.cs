using LiveFeed.Api.Errors;

namespace LiveFeed.Api.Http;

/// <summary>Runs before reads that are for organizers, after <see cref="EventReadAccessFilter"/> has found the event.</summary>
internal sealed class OrganizerFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.MayManage() ? await next(context) : new Problem(CommonErrors.OrganizerRequired);
}
