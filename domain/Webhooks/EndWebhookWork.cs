using LiveFeed.Domain.Jobs;
using MediatR;

namespace LiveFeed.Domain.Webhooks;

/// <summary>Ends the job that delivers, if no webhook is active any more. Rejected if one is.</summary>
public sealed record EndWebhookWork(JobLease Lease) : ICommand<Done>, IJobCommand;

internal sealed class EndWebhookWorkHandler(IWebhookStore webhooks) : IRequestHandler<EndWebhookWork, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndWebhookWork command, CancellationToken cancellationToken) => await webhooks.AnyActiveAsync()
        ? new Error(ErrorCode.InUse, "There is a webhook to deliver to.")
        : new Done();
}
