namespace LiveFeed.Domain.Brackets;

/// <summary>A match of a bracket, or both legs of a tie, linked with those that its sides come from.</summary>
/// <param name="matches">The match, or the legs.</param>
internal sealed class BracketNode(IReadOnlyList<Match> matches)
{
    public IReadOnlyList<Match> Matches => matches;

    public MatchId Id => matches[0].Id;

    public int? DivisionId => matches[0].DivisionId;

    /// <summary>Where side 1 and side 2 come from; null for a team, or for something outside of the division's brackets. A second leg's are the same.</summary>
    public IReadOnlyList<SideSource?> Sources => [matches[0].Team1From, matches[0].Team2From];

    /// <summary>The nodes whose winners play here, by side, if they play nowhere else.</summary>
    public BracketNode?[] WinnersFrom { get; } = [null, null];

    /// <summary>The nodes whose losers play here.</summary>
    public List<BracketNode> LosersFrom { get; } = [];

    /// <summary>The node of the same teams that is played again here; null unless this is the second match of a grand final.</summary>
    public BracketNode? Repeats { get; set; }

    /// <summary>Where the winner plays next; null if nowhere.</summary>
    public BracketNode? Next { get; set; }

    /// <summary>The last node on the way of the winners.</summary>
    public BracketNode Root { get; set; } = null!;

    /// <summary>How many nodes the winner still has to win after this one to be the winner of <see cref="Root"/>.</summary>
    public int Remaining { get; set; }

    /// <summary>The best place that is still to be won.</summary>
    public int Place { get; set; }

    public BracketStage Stage { get; set; }

    /// <summary>How many rounds of the same stage come after this one.</summary>
    public int RoundsAfter { get; set; }

    /// <summary>The line in the round, from 1.</summary>
    public int Position { get; set; }
}
