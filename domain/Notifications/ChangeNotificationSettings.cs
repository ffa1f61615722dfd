using MediatR;

namespace LiveFeed.Domain.Notifications;

/// <summary>Changes what a user wants to be notified of.</summary>
public sealed record ChangeNotificationSettings(UserId UserId, NotificationSettings Settings) : ICommand<NotificationSettings>, IUserCommand, IValidatable
{
    public Error? Validate() => Settings.Off.FirstOrDefault(kind => !NotificationKinds.All.Contains(kind)) is null && Settings.Off.Distinct(StringComparer.Ordinal).Count() == Settings.Off.Count
        ? null
        : Error.Invalid(ErrorCode.InvalidRequest, "off", $"Name each kind once. The kinds are {string.Join(", ", NotificationKinds.All)}.");
}

internal sealed class ChangeNotificationSettingsHandler(INotificationStore notifications) : IRequestHandler<ChangeNotificationSettings, Result<NotificationSettings>>
{
    public async Task<Result<NotificationSettings>> Handle(ChangeNotificationSettings command, CancellationToken cancellationToken)
    {
        (await notifications.InboxAsync(command.UserId)).Change(command.Settings);
        return command.Settings;
    }
}
