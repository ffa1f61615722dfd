namespace LiveFeed.Domain.Members;

/// <summary>
/// Gives a role to a user of whom only the email address is known. Only those who may manage the event learn whether there is such an
/// account.
/// </summary>
public sealed record AddMember(
    Actor Actor, EventId EventId, string Email, EventRole Role, IReadOnlyList<int> TeamIds, string? IdempotencyKey = null)
    : ICommand<MemberView>, IIdempotent, IEventCommand
{
    EventPermission? IIdempotent.RepeatPermission => EventPermission.Manage;
}
