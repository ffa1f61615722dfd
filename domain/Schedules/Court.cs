namespace LiveFeed.Domain.Schedules;

public sealed class Court
{
    public required EventId EventId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; set; }

    public NamedView ToView() => new(Id, Name);
}
