using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>
/// A date, a time or both, in any form that people or spreadsheets write: 25.11.2026 14:30, 11/25/2026 2:30 PM, Sa 25 nov. 2026 14h30,
/// 2026-11-25T14:30:00+01:00, or the number of days that Excel has for it.
/// </summary>
/// <param name="Date">The date; null if there is only a time.</param>
/// <param name="Time">The time of day; null if there is only a date.</param>
/// <param name="Offset">The offset from UTC; null if the time is local.</param>
internal sealed partial record MomentText(DateText? Date, TimeSpan? Time, TimeSpan? Offset)
{
    public const int FirstYear = 1800;
    public const int LastYear = 2200;

    private const int MaxText = 80;
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    // The first day that Excel counts from, as it counts from March 1900 on, and the days that a schedule can have: 1954 to 2119.
    private static readonly DateOnly ExcelStart = new(1899, 12, 30);
    private const double FirstExcelDay = 20_000;
    private const double LastExcelDay = 80_000;

    // The beginnings of the months' names in English, German, French, Spanish and Italian, without accents.
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fev", 2), ("mar", 3), ("mrz", 3), ("apr", 4), ("avr", 4),
        ("abr", 4), ("may", 5), ("mai", 5), ("mag", 5), ("juin", 6), ("jun", 6), ("giu", 6), ("juil", 7), ("jul", 7), ("lug", 7), ("aug", 8), ("aou", 8),
        ("ago", 8), ("sep", 9), ("set", 9), ("okt", 10), ("oct", 10), ("ott", 10), ("nov", 11), ("dec", 12), ("dez", 12), ("dic", 12),
    ];

    public static bool TryParse(string text, [NotNullWhen(true)] out MomentText? moment)
    {
        moment = null;
        if (text.Length > MaxText)
            return false;
        var folded = Fold(text);
        if (FromExcel(folded) is { } excel)
        {
            moment = excel;
            return true;
        }

        if (!TryReadDate(folded, out var date, out var rest))
            return false;
        if (rest.Length == 0)
        {
            moment = date is null ? null : new MomentText(date, null, null);
            return moment is not null;
        }

        if (!TryReadTime(rest, out var time, out var offset))
            return false;
        moment = new MomentText(date, time, offset);
        return true;
    }

    private static MomentText? FromExcel(string text)
    {
        if (!ExcelNumber().IsMatch(text) || !double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days))
            return null;
        // To the second: binary fractions of a day are never exact.
        var time = TimeSpan.FromSeconds(Math.Round((days - Math.Floor(days)) * 86_400));
        if (days is > 0 and < 1)
            return new MomentText(null, time, null);
        if (days is < FirstExcelDay or > LastExcelDay || time == TimeSpan.FromDays(1))
            return null;
        var date = ExcelStart.AddDays((int)days);
        return new MomentText(new DateText(date.Year, date.Month, date.Day, false), text.AsSpan().IndexOfAny('.', ',') < 0 ? null : time, null);
    }

    // Without a date, all of it is the time. Returns false if it is a date that can't be.
    private static bool TryReadDate(string text, out DateText? date, out string rest)
    {
        (date, rest) = (null, text);
        System.Text.RegularExpressions.Match found;
        if ((found = NumericDate().Match(text)).Success)
        {
            var (first, second, third) = (Int(found, "a"), Int(found, "b"), Int(found, "c"));
            var digits = (found.Groups["a"].Length, found.Groups["c"].Length);
            if (digits is (4, <= 2))
                date = new DateText(first, second, third, false);
            else if (digits is ( <= 2, 2 or 4))
                // With full stops the day is always first.
                date = found.Groups["mark"].Value == "." ? new DateText(Year(found, "c"), second, first, false) : new DateText(Year(found, "c"), first, second, true);
            else
                return false;
        }
        else if ((found = DayMonthYear().Match(text)).Success || (found = MonthDayYear().Match(text)).Success)
        {
            if (MonthOf(found.Groups["month"].Value) is not { } month)
                return false;
            date = new DateText(Year(found, "year"), month, Int(found, "day"), false);
        }
        else if ((found = CompactDate().Match(text)).Success)
        {
            date = new DateText(Int(found, "year"), Int(found, "m"), Int(found, "day"), false);
        }
        else
        {
            return true;
        }

        if (!date.Value.CanBe(DateOrder.Dmy) && !date.Value.CanBe(DateOrder.Mdy))
            return false;
        rest = BeforeTime().Replace(text[found.Length..], "");
        return true;
    }

    private static bool TryReadTime(string text, out TimeSpan time, out TimeSpan? offset)
    {
        (time, offset) = (default, null);
        var found = Clock().Match(text);
        if (!found.Success)
            return false;
        var half = found.Groups["half"].Value;
        // A lone number is no time: "9" may be a court, or a match.
        if (!found.Groups["minute"].Success && half.Length == 0 && !found.Groups["word"].Success)
            return false;
        var (hour, minute, second) = (Int(found, "hour"), Int(found, "minute"), Int(found, "second"));
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12)
                return false;
            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 59 || !TryReadOffset(found, out offset))
            return false;
        time = new TimeSpan(hour, minute, second);
        if (found.Groups["fraction"].Success)
            time += TimeSpan.FromMilliseconds(Math.Floor(double.Parse("0." + found.Groups["fraction"].Value, CultureInfo.InvariantCulture) * 1000));
        return true;
    }

    private static bool TryReadOffset(System.Text.RegularExpressions.Match found, out TimeSpan? offset)
    {
        offset = null;
        if (!found.Groups["zone"].Success)
            return true;
        var value = new TimeSpan(Int(found, "zoneHours"), Int(found, "zoneMinutes"), 0);
        offset = found.Groups["sign"].Value == "-" ? -value : value;
        return Int(found, "zoneMinutes") < 60 && value <= MaxOffset;
    }

    private static int? MonthOf(string name) => Array.Find(Months, month => name.StartsWith(month.Start, StringComparison.Ordinal)) is { Month: > 0 } found ? found.Month : null;

    private static int Int(System.Text.RegularExpressions.Match found, string group) =>
        found.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static int Year(System.Text.RegularExpressions.Match found, string group) =>
        found.Groups[group].Length == 2 ? 2000 + Int(found, group) : Int(found, group);

    // Lower case, without accents, with plain blanks.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }

        return FileWords.OneLine(folded.ToString());
    }

    private const string WeekDay = @"^(?:[a-z]+\.?,? ?)?";
    private const string AfterDate = @"(?=$|[ t,])";

    [GeneratedRegex(@"^[0-9]{1,5}[.,][0-9]{1,12}$|^[0-9]{5}$")]
    private static partial Regex ExcelNumber();

    [GeneratedRegex(WeekDay + @"(?<a>[0-9]{1,4}) ?(?<mark>[./-]) ?(?<b>[0-9]{1,2}) ?\k<mark> ?(?<c>[0-9]{1,4})\.?" + AfterDate)]
    private static partial Regex NumericDate();

    [GeneratedRegex(WeekDay + @"(?<day>[0-9]{1,2})(?:\.|st|nd|rd|th|er|o)?(?: de)?[ -]?(?<month>[a-z]{3,10})\.?(?: de)?[ ,-]{1,2}(?<year>[0-9]{4}|[0-9]{2})" + AfterDate)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(?:[a-z]+\.?,? )?(?<month>[a-z]{3,10})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})" + AfterDate)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex("^(?<year>(?:19|20)[0-9]{2})(?<m>[0-9]{2})(?<day>[0-9]{2})" + AfterDate)]
    private static partial Regex CompactDate();

    [GeneratedRegex("^[ ,]*(?:(?:t|um|at|a las|a les|alle ore|alle|ore|a|-) ?)?")]
    private static partial Regex BeforeTime();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?: ?[:.h] ?(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,7}))?)?)? ?(?:(?<half>[ap])\.? ?m\.?|(?<word>uhr|hrs|heures|horas|ore|h))? ?(?<zone>z|(?:utc|gmt)?(?<sign>[+-])(?<zoneHours>[0-9]{1,2})(?::?(?<zoneMinutes>[0-9]{2}))?|utc|gmt)?$")]
    private static partial Regex Clock();
}
