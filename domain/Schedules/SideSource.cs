using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>
/// Where a side of a match comes from while its team isn't known: the winner or the loser of a match, or a place of a pool. On the wire
/// <c>{"winnerOf": 12}</c>, <c>{"loserOf": 12}</c> or <c>{"pool": "B", "place": 2}</c>.
/// </summary>
/// <param name="WinnerOf">The match whose winner it is.</param>
/// <param name="LoserOf">The match whose loser it is.</param>
/// <param name="Pool">The id of the pool.</param>
/// <param name="Place">The place in the pool's final standings, from 1.</param>
public sealed record SideSource(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MatchId? WinnerOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MatchId? LoserOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pool = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Place = null)
{
    // Not public: the serializer would accept and drop a member "match".
    internal MatchId? Match => WinnerOf ?? LoserOf;

    public static SideSource FromWinner(MatchId match) => new(WinnerOf: match);

    public static SideSource FromLoser(MatchId match) => new(LoserOf: match);

    public static SideSource FromPlace(string pool, int place) => new(Pool: pool, Place: place);

    /// <summary>Returns what is wrong with it, or null.</summary>
    public string? Validate() => this switch
    {
        { WinnerOf: not null, LoserOf: null, Pool: null, Place: null } or { WinnerOf: null, LoserOf: not null, Pool: null, Place: null } => null,
        { WinnerOf: null, LoserOf: null, Pool: not null, Place: >= 1 } => null,
        { WinnerOf: null, LoserOf: null, Pool: not null, Place: not null } => "A place is a number from 1.",
        _ => "Give one of winnerOf and loserOf, or pool and place together.",
    };
}
