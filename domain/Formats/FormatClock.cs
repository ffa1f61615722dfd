using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Formats;

/// <summary>How long the periods of a match last whose minutes are counted on from one period to the next.</summary>
/// <param name="Minutes">The minutes of a period; of a half, if the format counts the whole match in one number.</param>
/// <param name="OvertimeMinutes">The minutes of a period of overtime; as many as of the others if left out.</param>
public sealed record FormatClock(int Minutes, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? OvertimeMinutes = null)
{
    /// <summary>More than any period lasts.</summary>
    public const int MaxMinutes = 200;

    /// <summary>
    /// Returns the clock of a preset; null if its sport counts the minutes of each period by themselves. IFAB Laws of the Game, law 7; IHF Rules of the Game 2;
    /// World Rugby Laws 5, with the extra time of the Rugby World Cup.
    /// </summary>
    internal static FormatClock? OfPreset(string? name) => name switch
    {
        "football" or "football-halves" or "football-knockout" => new(45, 15),
        "handball" or "handball-knockout" => new(30, 5),
        "rugby" or "rugby-knockout" => new(40, 10),
        _ => null,
    };

    /// <summary>Returns how many minutes a period lasts.</summary>
    /// <param name="period">The period, from 1.</param>
    /// <param name="regular">How many periods are not overtime.</param>
    public int MinutesOf(int period, int regular) => period > regular ? OvertimeMinutes ?? Minutes : Minutes;

    /// <summary>Returns how many minutes are counted before a period begins.</summary>
    /// <param name="period">The period, from 1.</param>
    /// <param name="regular">How many periods are not overtime.</param>
    public int MinutesBefore(int period, int regular)
    {
        var overtime = Math.Max(0, period - 1 - regular);
        return ((period - 1 - overtime) * Minutes) + (overtime * MinutesOf(period, regular));
    }
}
