using LiveFeed.Domain.Jobs;
using LiveFeed.Domain.Notifications;
using LiveFeed.Infrastructure.Jobs;
using MediatR;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Notifications;

/// <summary>Notifies those whom a cause concerns, some at a time. It may begin anew at any time: who was notified already gets nothing.</summary>
internal sealed class NotificationJob(Recipients recipients, NotificationContents contents, IMediator mediator, IOptions<NotificationOptions> options, TimeProvider time)
    : IJobHandler
{
    public string Kind => NotificationCause.JobKind;

    public async Task<DateTimeOffset?> RunAsync(string payload, JobLease lease, CancellationToken cancellationToken)
    {
        var cause = NotificationCause.From(payload);
        // What it is about may be gone by now, or past.
        if (cause.StartsAt <= time.Now() || await contents.ReadAsync(cause, cancellationToken) is not { } content)
            return null;
        var some = new List<UserId>();
        await foreach (var userId in recipients.FindAsync(cause, cancellationToken))
        {
            if (userId == cause.By)
                continue;
            some.Add(userId);
            if (some.Count == options.Value.UsersPerTransaction)
                await SendAsync();
        }

        if (some.Count > 0)
            await SendAsync();
        // Until the match starts, the job shows that who follows it has been looked for.
        return cause.StartsAt > time.Now() ? cause.StartsAt : null;

        async Task SendAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            await mediator.SendAsync(new AddNotifications(lease.JobId, cause.Kind, content, [.. some]));
            some.Clear();
        }
    }
}
