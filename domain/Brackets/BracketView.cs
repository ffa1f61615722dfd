using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Brackets;

/// <summary>A bracket of an event: all matches of a division that lead to each other, with what is played beside the main rounds.</summary>
/// <param name="Id">The id of its final.</param>
/// <param name="Division">Its division; null if its matches have none.</param>
/// <param name="Rounds">Its rounds: the main ones first, each part of the bracket in the order of play.</param>
public sealed record BracketView(MatchId Id, NamedView? Division, IReadOnlyList<BracketRoundView> Rounds);

/// <summary>A round of a bracket: one column of it.</summary>
/// <param name="Id">Names the round within its bracket. It stays the same as long as the round has as many rounds after it.</param>
/// <param name="Name">An English name, such as "Semi-finals". Stage, size, number and place say the same for other languages.</param>
/// <param name="Stage">The part of the bracket.</param>
/// <param name="Place">The best place that is still to be won: 1 in main rounds, 5 if the losers of the quarter-finals play on.</param>
/// <param name="Number">The round within its part, from 1.</param>
/// <param name="Size">For how many teams the round has room: 2 in a final, 4 in semi-finals, 8 in quarter-finals. With byes it has fewer.</param>
/// <param name="Matches">Its matches, from top to bottom.</param>
public sealed record BracketRoundView(string Id, string Name, BracketStage Stage, int Place, int Number, int Size, IReadOnlyList<BracketMatchView> Matches);

/// <summary>A match of a bracket.</summary>
/// <param name="Position">
/// Its line in the round, from 1 at the top. In main rounds the winners of lines 1 and 2 meet in line 1 of the next round; a line without a match is a bye.
/// Both legs of a tie have the same.
/// </param>
/// <param name="Match">The match, as the list of matches has it.</param>
/// <param name="Score">Its score, as the list of scores has it; null if there is none.</param>
/// <param name="Byes">The sides, 1 or 2, on which nobody plays: the other side goes on without a match. Left out if both play.</param>
public sealed record BracketMatchView(
    int Position, MatchView Match, ScoreView? Score, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Byes = null);
