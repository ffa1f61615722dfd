using System.Text.Json.Serialization;
using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Changes, pauses or resumes a webhook, or gives it another secret.</summary>
public sealed record ChangeWebhook(Actor Actor, EventId EventId, string WebhookId, WebhookChange Change) : ICommand<IssuedWebhook>, IEventCommand;

/// <summary>Changes to a webhook. What is left out stays as it is.</summary>
/// <param name="Url">The address that entries are sent to.</param>
/// <param name="Types">The types of entries that it gets; null for all.</param>
/// <param name="Paused">True pauses it; false resumes it from the entry after the last delivered one, also after it has ended.</param>
/// <param name="RotateSecret">Whether it gets another secret. The one before signs deliveries too for 24 hours.</param>
public sealed record WebhookChange(
    string? Url = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<string>> Types = default,
    bool? Paused = null,
    bool RotateSecret = false);

internal sealed class ChangeWebhookHandler(EventAuthorization authorization, IWebhookStore webhooks, WebhookWork work, WebhookPolicy policy, TimeProvider time)
    : IRequestHandler<ChangeWebhook, Result<IssuedWebhook>>
{
    public async Task<Result<IssuedWebhook>> Handle(ChangeWebhook command, CancellationToken cancellationToken)
    {
        var managed = await authorization.AuthorizeManageOpenAsync(command.EventId, command.Actor);
        if (managed.Error is { } error)
            return error;
        if (await webhooks.FindAsync(command.EventId, command.WebhookId) is not { } webhook)
            return WebhookErrors.NotFound;
        var change = command.Change;
        var fault = (change.Url is { } url ? WebhookAddress.Validate(url, policy.AllowHttp) : null) ?? WebhookTypes.Validate(change.Types.Value);
        if (fault is not null)
            return fault;
        webhook.Url = change.Url ?? webhook.Url;
        if (change.Types.IsGiven)
            webhook.Types = change.Types.Value is { } types ? [.. types.Distinct()] : null;
        var secret = change.RotateSecret ? WebhookSecret.Create() : null;
        if (secret is not null)
            webhook.Rotate(secret, time.Now() + policy.SecretOverlap);
        if (change.Paused == true && webhook.State == WebhookState.Active)
            webhook.Pause();
        else if (change.Paused == false)
            webhook.Resume();
        webhook.Changed();
        if (webhook.State == WebhookState.Active)
            await work.EnsureAsync();
        return new IssuedWebhook(webhook.Id, secret);
    }
}
