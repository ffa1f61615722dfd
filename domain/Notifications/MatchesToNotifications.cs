using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notifies those who follow a match, or a team of it, of what becomes of it.</summary>
internal sealed class MatchesToNotifications(Notifier notifier) : INotificationHandler<MatchProgressed>, INotificationHandler<MatchRescheduled>
{
    public Task Handle(MatchProgressed progressed, CancellationToken cancellationToken) => notifier.NotifyFollowersAsync(new NotificationCause(KindOf(progressed.Progress), progressed.EventId)
    {
        MatchId = progressed.Score.MatchId,
        Sets = progressed.Score.Sets,
        Winner = progressed.Score.Winner,
        By = progressed.Score.LastUpdatedBy,
    });

    public Task Handle(MatchRescheduled rescheduled, CancellationToken cancellationToken) =>
        notifier.NotifyFollowersAsync(new NotificationCause(NotificationKinds.Rescheduled, rescheduled.Match.EventId) { MatchId = rescheduled.Match.Id });

    private static string KindOf(MatchProgress progress) => progress switch
    {
        MatchProgress.Started => NotificationKinds.MatchStarted,
        MatchProgress.SetEnded => NotificationKinds.SetEnded,
        MatchProgress.Ended => NotificationKinds.MatchFinal,
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, null),
    };
}
