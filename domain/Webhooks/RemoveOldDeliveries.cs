using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Removes webhooks' deliveries that are older than a time, a limited number at a time. Returns how many.</summary>
public sealed record RemoveOldDeliveries(DateTimeOffset Before) : ICommand<RemovedRows>;

internal sealed class RemoveOldDeliveriesHandler(IWebhookStore webhooks) : IRequestHandler<RemoveOldDeliveries, Result<RemovedRows>>
{
    private const int AtOnce = 1_000;

    public async Task<Result<RemovedRows>> Handle(RemoveOldDeliveries command, CancellationToken cancellationToken) =>
        new RemovedRows(await webhooks.RemoveDeliveriesAsync(command.Before, AtOnce));
}
