using LiveFeed.Api.Errors;
using MediatR;

namespace LiveFeed.Api.Http;

/// <summary>Sends the commands of write endpoints, and returns their responses.</summary>
internal static class CommandExtensions
{
    /// <summary>Carries a command out under the request's idempotency key, and returns the response for its outcome.</summary>
    public static async Task<IResult> WriteAsync<T>(
        this HttpContext context, IMediator mediator, Func<string?, ICommand<T>> command, Func<T, IResult> success)
    {
        var key = context.IdempotencyKey();
        if (key.Error is { } error)
            return new Problem(error);
        var result = await mediator.SendAsync(command(key.Value!.Key));
        return result.ToResult(context, success);
    }

    public static Task<IResult> WriteAsync<T>(this HttpContext context, IMediator mediator, Func<string?, ICommand<T>> command) =>
        context.WriteAsync(mediator, command, value => Responses.Json(value));

    /// <summary>Carries out a command that returns nothing.</summary>
    public static Task<IResult> WriteAsync(this HttpContext context, IMediator mediator, Func<string?, ICommand<Done>> command) =>
        context.WriteAsync(mediator, command, _ => Results.NoContent());
}
