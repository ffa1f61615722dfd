namespace LiveFeed.Domain.Accounts;

/// <summary>A person, by id and chosen display name; never by address.</summary>
public sealed record PersonView(UserId Id, string Name);
