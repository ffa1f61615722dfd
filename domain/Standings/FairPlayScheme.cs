namespace LiveFeed.Domain.Standings;

/// <summary>How many fair play points each kind of card costs.</summary>
public sealed record FairPlayScheme(int Yellow, int SecondYellow, int Red, int YellowAndRed)
{
    /// <summary>FIFA World Cup regulations, "team conduct score", since 2018.</summary>
    public static FairPlayScheme Fifa { get; } = new(1, 3, 4, 5);

    /// <summary>Returns the points for some cards: zero or less, and more is better.</summary>
    internal int Score(Cards cards) =>
        -((cards.Yellow * Yellow) + (cards.SecondYellow * SecondYellow) + (cards.Red * Red) + (cards.YellowAndRed * YellowAndRed));
}
