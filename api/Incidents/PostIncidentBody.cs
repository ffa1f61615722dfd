namespace LiveFeed.Api.Incidents;

/// <summary>Something that happened in a match.</summary>
/// <param name="Kind">What happened: one of the kinds that the event's sport knows.</param>
/// <param name="Period">The period, from 1.</param>
/// <param name="Minute">The minute as the sport counts it, from 0.</param>
/// <param name="Added">The minute of added time, as the 2 in 45+2.</param>
/// <param name="Side">1 or 2: whose player or team it was, also for an own goal. Required for whatever one side does.</param>
/// <param name="Person">Who: the id of a player of the match, of the given side if there is one, or a text of up to 100 characters.</param>
/// <param name="Person2">The second person, such as the one who comes in for the first.</param>
/// <param name="Detail">More, for people, up to 500 characters.</param>
/// <param name="OccurredAt">When the scorekeeper's device recorded it, by its own clock; now if left out.</param>
/// <param name="ClientUpdateId">The client's own id for this incident. It makes a repeat harmless, and comes back in the feed.</param>
internal sealed record PostIncidentBody(
    IncidentKind Kind, int? Period = null, int? Minute = null, int? Added = null, int? Side = null, PersonReference? Person = null, PersonReference? Person2 = null,
    string? Detail = null, DateTimeOffset? OccurredAt = null, string? ClientUpdateId = null)
{
    public IncidentDetails ToDetails() => new(Kind, Period, Minute, Added, Side, Person, Person2, Detail);
}
