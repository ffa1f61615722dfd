namespace LiveFeed.Domain.Standings;

/// <summary>The cards of one team in one match. Each player counts once, in the gravest way that fits.</summary>
/// <param name="Yellow">Players with one yellow card.</param>
/// <param name="SecondYellow">Players sent off by a second yellow card.</param>
/// <param name="Red">Players sent off at once.</param>
/// <param name="YellowAndRed">Players with a yellow card who were then sent off at once.</param>
public readonly record struct Cards(int Yellow = 0, int SecondYellow = 0, int Red = 0, int YellowAndRed = 0);
