using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Http;

/// <summary>Sends the commands of write endpoints, and returns their responses.</summary>
internal static class CommandExtensions
{
    /// <summary>Carries a command out. The response says so if its outcome is that of an earlier, identical command.</summary>
    public static async Task<Result<T>> SendAsync<T>(this HttpContext context, IMediator mediator, ICommand<T> command) =>
        context.MarkReplay(await mediator.SendAsync(command));

    /// <summary>Makes the response say so if an outcome is that of an earlier, identical request. Returns the outcome.</summary>
    public static Result<T> MarkReplay<T>(this HttpContext context, Result<T> result)
    {
        if (result.Replayed)
            context.Response.Headers[ResponseHeaders.Replayed] = "true";
        return result;
    }

    /// <summary>Carries a command out, and returns what <paramref name="success"/> makes of its value, or the problem.</summary>
    public static async Task<Results<TResponse, Problem>> WriteAsync<T, TResponse>(
        this HttpContext context, IMediator mediator, ICommand<T> command, Func<T, TResponse> success)
        where TResponse : IResult => (await context.SendAsync(mediator, command)).ToResult(success);

    public static Task<Results<Ok<T>, Problem>> WriteAsync<T>(this HttpContext context, IMediator mediator, ICommand<T> command) =>
        context.WriteAsync(mediator, command, value => TypedResults.Ok(value));

    /// <summary>Carries out a command that returns nothing.</summary>
    public static Task<Results<NoContent, Problem>> WriteAsync(this HttpContext context, IMediator mediator, ICommand<Done> command) =>
        context.WriteAsync(mediator, command, _ => TypedResults.NoContent());

    /// <summary>Returns the response to an outcome: what <paramref name="success"/> makes of its value, or the problem.</summary>
    public static Results<TResponse, Problem> ToResult<T, TResponse>(this Result<T> result, Func<T, TResponse> success)
        where TResponse : IResult => result.Error is { } error ? new Problem(error) : success(result.Value!);
}
