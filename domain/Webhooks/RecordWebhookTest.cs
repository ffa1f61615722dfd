using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Keeps the outcome of a test delivery. Where the webhook stands doesn't change.</summary>
public sealed record RecordWebhookTest(Actor Actor, EventId EventId, WebhookDelivery Delivery) : ICommand<Done>, IEventCommand;

internal sealed class RecordWebhookTestHandler(EventAuthorization authorization, IWebhookStore webhooks, WebhookPolicy policy) : IRequestHandler<RecordWebhookTest, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordWebhookTest command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await webhooks.FindAsync(command.EventId, command.Delivery.WebhookId) is null)
            return WebhookErrors.NotFound;
        // One that is paused has nothing else that removes them.
        await webhooks.RemoveSurplusDeliveriesAsync(command.Delivery.WebhookId, policy.MaxDeliveries - 1);
        webhooks.Add(command.Delivery);
        return new Done();
    }
}
