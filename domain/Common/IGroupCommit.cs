namespace LiveFeed.Domain;

/// <summary>
/// A command about one match that may share a transaction with others that are waiting. The data that its handler needs (the event, the actor's membership,
/// the match with its claim and score) is read for the whole group at once. The handler reads nothing by query: a query would not see what the others of
/// the group have changed and not yet written. Rows that are not read for the group, such as a match's clock, are looked up by their key in the store,
/// which knows what the others have added. The handler changes the claim, the score and such rows only, and changes nothing before it is sure to succeed.
/// </summary>
public interface IGroupCommit : IEventCommand, IIdempotent
{
    MatchId MatchId { get; }
}
