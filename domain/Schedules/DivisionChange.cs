using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>Changes to a division. What is left out stays as it is, and null clears it.</summary>
/// <param name="Name">The name that people use. It can't be cleared.</param>
/// <param name="Format">How its matches are played, if not like the event's.</param>
/// <param name="Pools">All its pools, at most 100.</param>
/// <param name="Standings">How its pools are ranked, if not by the sport's usual rules.</param>
public sealed record DivisionChange(
    string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<FormatChoice> Format = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<ScheduledPool>> Pools = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<StandingsChoice> Standings = default);
