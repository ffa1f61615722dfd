using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notifies those who follow a match, or a team of it, of what becomes of it.</summary>
internal sealed class MatchesToNotifications(Notifier notifier) : INotificationHandler<MatchProgressed>, INotificationHandler<MatchRescheduled>
{
    public Task Handle(MatchProgressed progressed, CancellationToken cancellationToken)
    {
        var score = progressed.Score;
        var cause = new NotificationCause(KindOf(progressed.Progress), progressed.EventId) { Sets = score.Sets, Winner = score.Winner, By = score.LastUpdatedBy };
        return notifier.NotifyFollowersAsync(cause, progressed.Subject);
    }

    public Task Handle(MatchRescheduled rescheduled, CancellationToken cancellationToken) => notifier.NotifyOfMoveAsync(rescheduled.Match.EventId, rescheduled.Match.Subject);

    private static string KindOf(MatchProgress progress) => progress switch
    {
        MatchProgress.Started => NotificationKinds.MatchStarted,
        MatchProgress.SetEnded => NotificationKinds.SetEnded,
        MatchProgress.Ended => NotificationKinds.MatchFinal,
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, null),
    };
}
