using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>A team of a schedule.</summary>
/// <param name="Id">Any 32-bit integer.</param>
/// <param name="Name">Its name.</param>
/// <param name="DivisionId">Its division.</param>
/// <param name="Players">Its players, at most 100. They stay as they are stored if an upload leaves them out; null removes them.</param>
public sealed record ScheduledTeam(
    int Id, string Name, int? DivisionId = null,
    // Not written unless they are set: the versions of stored schedules, and the hashes of earlier uploads, stay the same.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<EquatableList<ScheduledPlayer>> Players = default)
{
    /// <summary>Returns the team with what it leaves out as it is stored.</summary>
    public ScheduledTeam AppliedTo(ScheduledTeam? stored) => this with { Players = Players.Or(stored?.Players ?? default) is { Value.Count: > 0 } players ? players : default };

    /// <summary>Returns the team with names that can be shown.</summary>
    public ScheduledTeam Cleaned() => this with { Name = DisplayText.Clean(Name), Players = Players.Select(players => [.. players.Select(player => player.Cleaned())]) };
}
