namespace LiveFeed.Domain.Incidents;

/// <summary>Something that happened inside a match. It is never changed but retracted, and stays stored then.</summary>
public sealed class Incident : Aggregate
{
    private const int IdLength = 32;

    public required EventId EventId { get; init; }

    /// <summary>Made by the server.</summary>
    public required string Id { get; init; }

    public required MatchId MatchId { get; init; }

    public required IncidentKind Kind { get; init; }

    public int? Period { get; init; }

    public int? Minute { get; init; }

    public int? Added { get; init; }

    public int? Side { get; private set; }

    /// <summary>Who: the player's name, or what the scorekeeper wrote.</summary>
    public string? Person { get; private set; }

    /// <summary>The id of the player who <see cref="Person"/> is, if that is one. It stays when the player is removed.</summary>
    public int? PersonId { get; private init; }

    /// <summary>The player's number.</summary>
    public string? PersonNumber { get; private set; }

    public string? Person2 { get; private set; }

    public int? Person2Id { get; private init; }

    public string? Person2Number { get; private set; }

    public string? Detail { get; init; }

    /// <summary>When it happened, by the server's clock.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the server stored it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Orders the incidents of a match that are stored in one millisecond.</summary>
    public required int Order { get; init; }

    public required UserId RecordedBy { get; init; }

    public string? ClientUpdateId { get; init; }

    /// <summary>When it was retracted; null if it stands.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Who retracted it; null also if it was retracted because its side was given to another team.</summary>
    public UserId? RetractedBy { get; private set; }

    /// <summary>Returns whether a text may be an incident's id. Others are not looked up: not every database takes every text.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Creates an incident and publishes it.</summary>
    /// <param name="held">The match, held by the scorekeeper.</param>
    /// <param name="details">What the scorekeeper says.</param>
    /// <param name="persons">The persons that it names.</param>
    /// <param name="occurredAt">When it happened, by the server's clock.</param>
    /// <param name="by">The scorekeeper.</param>
    /// <param name="clientUpdateId">The client's id for it.</param>
    /// <param name="now">The current time.</param>
    internal static Incident Create(HeldMatch held, IncidentDetails details, NamedPersons persons, DateTimeOffset occurredAt, UserId by, string? clientUpdateId, DateTimeOffset now)
    {
        var incident = new Incident
        {
            EventId = held.Event.Id,
            Id = OrderedId.Create(now),
            MatchId = held.Match.Id,
            Kind = details.Kind,
            Period = details.Period,
            Minute = details.Minute,
            Added = details.Added,
            Side = details.Side,
            Person = persons.First?.Name,
            PersonId = persons.First?.PlayerId,
            PersonNumber = persons.First?.Number,
            Person2 = persons.Second?.Name,
            Person2Id = persons.Second?.PlayerId,
            Person2Number = persons.Second?.Number,
            Detail = details.Detail,
            OccurredAt = occurredAt,
            RecordedAt = now,
            // Every write under the claim makes it grow.
            Order = held.Claim.WriteCount,
            RecordedBy = by,
            ClientUpdateId = clientUpdateId,
        };
        incident.Publish(held.Match.Subject, now);
        return incident;
    }

    /// <summary>Takes it back, and publishes that.</summary>
    public void Retract(UserId? by, EntrySubject subject, DateTimeOffset now)
    {
        (RetractedAt, RetractedBy) = (now, by);
        Drop(IncidentRemoval.Retracted, subject, now);
    }

    /// <summary>The two teams have swapped their sides: it stays with its team.</summary>
    public void SwapSides() => Side = Side is { } side ? 3 - side : null;

    /// <summary>A player that it names has another name or number.</summary>
    internal void Rename(Player player)
    {
        if (PersonId == player.Id)
            (Person, PersonNumber) = (player.Name, player.Number);
        if (Person2Id == player.Id)
            (Person2, Person2Number) = (player.Name, player.Number);
    }

    /// <summary>Publishes it as it is.</summary>
    public void Publish(EntrySubject subject, DateTimeOffset now) => Raise(new IncidentChanged(this, null, subject, now));

    /// <summary>Publishes that it is no longer part of the event's state.</summary>
    public void Drop(IncidentRemoval removal, EntrySubject subject, DateTimeOffset now) => Raise(new IncidentChanged(this, removal, subject, now));

    public IncidentView ToView() => new(
        Id, MatchId, Kind, OccurredAt, RecordedAt, RecordedBy, Period, Minute, Added, Side, Person, Person2, Detail, ClientUpdateId, RetractedAt, PersonId, PersonNumber, Person2Id, Person2Number);
}
