namespace LiveFeed.Domain.Brackets;

/// <summary>Which part of a tournament a match belongs to.</summary>
public enum BracketStage
{
    Pool,

    /// <summary>A team that loses here is out, or goes on in <see cref="Losers"/>.</summary>
    Main,

    /// <summary>The second bracket of a double elimination. A team that loses here is out.</summary>
    Losers,

    /// <summary>The winners of both brackets of a double elimination.</summary>
    GrandFinal,

    /// <summary>The grand final again, if the team that had not lost before has lost it. It isn't played otherwise.</summary>
    ResetFinal,

    ThirdPlace,

    /// <summary>A bracket of its own for those who lost in the first round.</summary>
    Consolation,
}
