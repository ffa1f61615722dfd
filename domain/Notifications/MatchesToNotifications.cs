using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Notifies those who follow a match, or a team of it, of what becomes of it.</summary>
internal sealed class MatchesToNotifications(Notifier notifier) : INotificationHandler<MatchProgressed>, INotificationHandler<MatchRescheduled>
{
    public Task Handle(MatchProgressed progressed, CancellationToken cancellationToken)
    {
        var (score, subject) = (progressed.Score, progressed.Subject);
        return notifier.NotifyFollowersAsync(
            new NotificationCause(KindOf(progressed.Progress), progressed.EventId) { Sets = score.Sets, Winner = score.Winner, By = score.LastUpdatedBy },
            score.MatchId, subject.Team1Id, subject.Team2Id);
    }

    public Task Handle(MatchRescheduled rescheduled, CancellationToken cancellationToken)
    {
        var match = rescheduled.Match;
        return notifier.NotifyFollowersAsync(new NotificationCause(NotificationKinds.Rescheduled, match.EventId), match.Id, match.Team1Id, match.Team2Id);
    }

    private static string KindOf(MatchProgress progress) => progress switch
    {
        MatchProgress.Started => NotificationKinds.MatchStarted,
        MatchProgress.SetEnded => NotificationKinds.SetEnded,
        MatchProgress.Ended => NotificationKinds.MatchFinal,
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, null),
    };
}
