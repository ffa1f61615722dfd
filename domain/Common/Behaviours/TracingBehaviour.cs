using MediatR;

namespace LiveFeed.Domain;

/// <summary>Gives every command a span, from its validation to the end of its transaction.</summary>
internal sealed class TracingBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, ICommandResult<TResponse>
{
    private static readonly string Name = "command " + typeof(TRequest).Name;

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Telemetry.Activities.StartActivity(Name);
        var result = await next();
        activity?.SetTag("livefeed.outcome", result.Error is { } error ? error.Code.ToWireName() : result.Replayed ? "replayed" : "done");
        return result;
    }
}
