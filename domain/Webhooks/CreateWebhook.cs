using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Makes a webhook, which gets what is published from now on. A repeat makes another one: a response with a secret is not stored.</summary>
/// <param name="Actor">An organizer or administrator.</param>
/// <param name="EventId">The event.</param>
/// <param name="Url">The address.</param>
/// <param name="Types">The types of entries; null for all.</param>
/// <param name="Secret">The secret; null to have one made.</param>
public sealed record CreateWebhook(Actor Actor, EventId EventId, string Url, IReadOnlyList<string>? Types, string? Secret) : ICommand<IssuedWebhook>, IEventCommand;

/// <summary>A webhook, and the secret that was made for it; null if none was.</summary>
public sealed record IssuedWebhook(string Id, string? Secret);

internal sealed class CreateWebhookHandler(EventAuthorization authorization, IWebhookStore webhooks, WebhookWork work, WebhookPolicy policy, TimeProvider time)
    : IRequestHandler<CreateWebhook, Result<IssuedWebhook>>
{
    public async Task<Result<IssuedWebhook>> Handle(CreateWebhook command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        var fault = WebhookAddress.Validate(command.Url, policy.AllowHttp) ?? WebhookTypes.Validate(command.Types) ?? WebhookSecret.Validate(command.Secret);
        if (fault is not null)
            return fault;
        if (await webhooks.CountAsync(command.EventId) >= policy.MaxPerEvent)
            return new Error(ErrorCode.LimitReached, $"This event has {policy.MaxPerEvent} webhooks, which is the most. Delete one first.");
        var now = time.Now();
        var head = await webhooks.FindHeadAsync(command.EventId);
        var webhook = new Webhook
        {
            Id = OrderedId.Create(now),
            EventId = command.EventId,
            Topic = Topics.ForEvent(command.EventId),
            Url = command.Url,
            Types = command.Types is { } types ? [.. types.Distinct()] : null,
            Secret = command.Secret ?? WebhookSecret.Create(),
            Epoch = head.Epoch,
            Sequence = head.Sequence,
            Check = head.Check,
            CreatedAt = now,
            CreatorId = command.Actor.UserId,
        };
        webhooks.Add(webhook);
        await work.EnsureAsync();
        return new IssuedWebhook(webhook.Id, webhook.Secret);
    }
}
