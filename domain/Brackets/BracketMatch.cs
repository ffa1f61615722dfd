namespace LiveFeed.Domain.Brackets;

/// <summary>A match with its sides, as far as brackets need it.</summary>
/// <param name="Id">The match.</param>
/// <param name="Side1">Its team 1.</param>
/// <param name="Side2">Its team 2.</param>
/// <param name="Number">What people call it, such as M12; null if its id says it.</param>
/// <param name="Pool">The id of the pool whose standings it counts for; null if there is none.</param>
/// <param name="Stage">The part of the tournament.</param>
/// <param name="Round">The round within that part, from 1. Nobody plays twice in a round.</param>
public sealed record BracketMatch(
    MatchId Id, BracketSide Side1, BracketSide Side2, string? Number = null, string? Pool = null, BracketStage Stage = BracketStage.Main, int Round = 1)
{
    internal IEnumerable<BracketSide> Sides => [Side1, Side2];

    /// <summary>What messages and labels call the match.</summary>
    internal string Name => Number ?? Id.ToString();

    /// <summary>Whether it is played at all: with a bye, the other side goes on without it.</summary>
    internal bool IsPlayed => !Side1.IsBye && !Side2.IsBye;
}
