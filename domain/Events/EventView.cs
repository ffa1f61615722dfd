namespace LiveFeed.Domain.Events;

/// <summary>An event, as clients see it.</summary>
/// <param name="Id">The event.</param>
/// <param name="Name">The name that people use.</param>
/// <param name="Sport">The sport.</param>
/// <param name="BestOf">The maximum number of sets, if it is known to differ from the sport's default.</param>
/// <param name="Visibility">Who may read it.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Archived">Whether it is over: nothing can be written any more.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="TimeZone">The IANA name of its time zone.</param>
/// <param name="Format">How its matches are played, unless a match says otherwise; with every default written out.</param>
/// <param name="PublicNames">What is published of the names of players, officials and the persons of incidents.</param>
public sealed record EventView(
    EventId Id, string Name, string Sport, int? BestOf, Visibility Visibility, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt,
    bool Archived, DateTimeOffset CreatedAt, int Version, string TimeZone, MatchFormat Format, PublicNames PublicNames = PublicNames.Full);
