namespace LiveFeed.Domain.Members;

/// <summary>A member of an event, as its organizers see it.</summary>
public sealed record MemberView(UserId UserId, string Name, EventRole Role, IReadOnlyList<int> TeamIds);
