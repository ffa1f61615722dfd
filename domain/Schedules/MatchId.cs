using System.Globalization;
using System.Text.Json.Serialization;

namespace LiveFeed.Domain.Schedules;

/// <summary>The id of a match, unique within its event.</summary>
[JsonConverter(typeof(NumberIdJsonConverter<MatchId>))]
public readonly record struct MatchId(int Value) : INumberId<MatchId>, IComparable<MatchId>
{
    public static MatchId From(int number) => new(number);

    public static bool TryParse(string? text, out MatchId id)
    {
        var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        id = new MatchId(number);
        return isNumber;
    }

    public int CompareTo(MatchId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
