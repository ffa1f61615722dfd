namespace LiveFeed.Domain.Brackets;

/// <summary>What a generated bracket has beside its main rounds.</summary>
/// <param name="ThirdPlace">A match of the losers of the semi-finals.</param>
/// <param name="Consolation">A bracket of those who lost in the first round.</param>
/// <param name="SeparateGroups">Whether teams of one club or pool are kept apart in the first round.</param>
/// <param name="ResetFinal">Of a double elimination: a second final, if the team from the losers' bracket wins the first.</param>
/// <param name="FirstNumber">The id and the number of the first match.</param>
public sealed record EliminationOptions(
    bool ThirdPlace = false, bool Consolation = false, bool SeparateGroups = false, bool ResetFinal = false, int FirstNumber = 1);
