using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Removes a webhook with its deliveries. What is on its way may still arrive.</summary>
public sealed record DeleteWebhook(Actor Actor, EventId EventId, string WebhookId) : ICommand<Done>, IEventCommand;

internal sealed class DeleteWebhookHandler(EventAuthorization authorization, IWebhookStore webhooks) : IRequestHandler<DeleteWebhook, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteWebhook command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await webhooks.FindAsync(command.EventId, command.WebhookId) is not { } webhook)
            return WebhookErrors.NotFound;
        webhooks.Remove(webhook);
        return new Done();
    }
}
