namespace LiveFeed.Domain.Schedules;

public sealed class Team
{
    public required EventId EventId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; set; }

    public int? DivisionId { get; set; }

    public TeamView ToView() => new(Id, Name, DivisionId);
}
