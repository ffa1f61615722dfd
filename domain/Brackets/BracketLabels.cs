using System.Globalization;

namespace LiveFeed.Domain.Brackets;

/// <summary>What people read while a team isn't known. <see cref="LabelReader"/> understands all of it.</summary>
internal static class BracketLabels
{
    public static string Winner(BracketMatch match) => $"Winner of {match.Name}";

    public static string Loser(BracketMatch match) => $"Loser of {match.Name}";

    public static string Place(string poolName, int place) => $"{Ordinal(place)} {poolName}";

    private static string Ordinal(int number)
    {
        var suffix = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };
        return number.ToString(CultureInfo.InvariantCulture) + suffix;
    }
}
