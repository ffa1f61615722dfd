namespace LiveFeed.Domain.Schedules;

public sealed class Division
{
    public required EventId EventId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; set; }
}
