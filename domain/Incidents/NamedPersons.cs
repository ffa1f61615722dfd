namespace LiveFeed.Domain.Incidents;

/// <summary>The persons that an incident names.</summary>
/// <param name="First">Who; null if it isn't said.</param>
/// <param name="Second">The second person; null for none.</param>
internal sealed record NamedPersons(NamedPerson? First, NamedPerson? Second);

/// <summary>A person that an incident names.</summary>
/// <param name="Name">The player's name, or the scorekeeper's text.</param>
/// <param name="PlayerId">The player's id, if it is one.</param>
/// <param name="Number">The player's number, if there is one.</param>
internal sealed record NamedPerson(string Name, int? PlayerId = null, string? Number = null);
