namespace LiveFeed.Domain.Privacy;

/// <summary>What is stored of a user and belongs to no other store, for the erasure of the account.</summary>
public interface IErasureStore
{
    /// <summary>Returns what the erasure of a user's account changes.</summary>
    Task<ErasureReach> ReadReachAsync(User user);

    /// <summary>Returns the events that aren't archived and have no organizer but this user, by name.</summary>
    Task<IReadOnlyList<SoleEvent>> ListSolelyOrganizedAsync(UserId userId);

    /// <summary>Removes what is only the user's own, and takes the name out of stored responses to others.</summary>
    Task RemoveOwnAsync(UserId userId);

    /// <summary>
    /// Takes the user out of what stays in an event: announcements, players and officials. Returns whether a player was among it, of which the feed has no entry.
    /// </summary>
    Task<bool> AnonymizeAsync(EventId eventId, UserId userId);

    /// <summary>Takes the user's name out of entries of a topic's log. Returns how many were changed.</summary>
    Task<int> BlankNamesAsync(string topic, UserId userId, IReadOnlyCollection<long> sequences);
}

/// <summary>An event with only one organizer.</summary>
public sealed record SoleEvent(EventId Id, string Name);
