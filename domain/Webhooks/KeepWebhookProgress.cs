using LiveFeed.Domain.Jobs;
using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Keeps how far some webhooks have come, and what was sent to them. Rejected if another instance delivers by now.</summary>
/// <param name="Held">The lease of the job that delivers.</param>
/// <param name="Made">The progress.</param>
public sealed record KeepWebhookProgress(JobLease Held, IReadOnlyList<MadeProgress> Made) : ICommand<Done>;

/// <summary>The progress of one webhook since it was kept last.</summary>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Version">The version of it that was delivered to.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Deliveries">What was sent.</param>
/// <param name="RemovesSurplus">Whether it is time to remove the oldest deliveries.</param>
public sealed record MadeProgress(string WebhookId, int Version, WebhookProgress Progress, IReadOnlyList<WebhookDelivery> Deliveries, bool RemovesSurplus);

internal sealed class KeepWebhookProgressHandler(IJobStore jobs, IWebhookStore webhooks, WebhookPolicy policy) : IRequestHandler<KeepWebhookProgress, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepWebhookProgress command, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(command.Held.JobId) is not { } job || !job.IsHeldBy(command.Held))
            return command.Held.Lost;
        // Those that were deleted meanwhile are missing.
        var found = (await webhooks.FindAsync([.. command.Made.Select(made => made.WebhookId)])).ToDictionary(webhook => webhook.Id, StringComparer.Ordinal);
        foreach (var made in command.Made)
        {
            if (!found.TryGetValue(made.WebhookId, out var webhook))
                continue;
            webhook.Keep(made.Progress, made.Version);
            foreach (var delivery in made.Deliveries)
                webhooks.Add(delivery);
            if (made.RemovesSurplus)
                await webhooks.RemoveSurplusDeliveriesAsync(made.WebhookId, policy.MaxDeliveries);
        }

        return new Done();
    }
}
