using System.Globalization;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>Decides the order of day and month by all dates of a file: one 25/11/2026 says how 05/04/2026 is meant.</summary>
internal static class TableDateOrder
{
    /// <param name="lines">All matches of the file.</param>
    /// <param name="given">What the caller says; null if the file decides.</param>
    /// <param name="fault">Set if the file doesn't decide, or dates contradict each other.</param>
    /// <returns>The order; null if no date leaves it open.</returns>
    public static DateOrder? Decide(IReadOnlyList<TableLine> lines, DateOrder? given, out FileFault? fault)
    {
        fault = null;
        var open = lines.SelectMany(line => new[] { (line.Record.Line, Date: line.Start?.Date), (line.Record.Line, Date: line.End?.Date) })
            .Where(found => found.Date is { IsOpen: true }).Select(found => (found.Line, Date: found.Date!.Value)).ToList();
        if (open.Count == 0)
            return null;
        if (given is { } known)
        {
            fault = open.Where(found => !found.Date.CanBe(known)).Select(found => Ask(found.Line, $"{Text(found.Date)} is no date if {Words(known)} comes first, as dateOrder says.")).FirstOrDefault();
            return known;
        }

        var (notDmy, notMdy) = (open.Where(found => !found.Date.CanBe(DateOrder.Dmy)).ToList(), open.Where(found => !found.Date.CanBe(DateOrder.Mdy)).ToList());
        if (notDmy.Count > 0 && notMdy.Count > 0)
        {
            fault = Ask(notMdy[0].Line, $"The dates contradict each other: {Text(notMdy[0].Date)} on line {notMdy[0].Line} begins with the day, and {Text(notDmy[0].Date)} on line {notDmy[0].Line} with the month. Write all in the same order.");
            return null;
        }

        if (notDmy.Count > 0)
            return DateOrder.Mdy;
        if (notMdy.Count > 0)
            return DateOrder.Dmy;
        // 05/05/2026 is the same day either way.
        if (open.Where(found => found.Date.First != found.Date.Second).Select(found => ((int, DateText)?)found).FirstOrDefault() is not ({ } line, { } date))
            return DateOrder.Dmy;
        fault = Ask(line, $"{Text(date)} can be {Day(date, DateOrder.Dmy)} or {Day(date, DateOrder.Mdy)}, and no other date of the file decides it. Say which: dateOrder=dmy if the day comes first, dateOrder=mdy if the month does.");
        return null;
    }

    private static FileFault Ask(int line, string message) => new(line, "dateOrder", ErrorCode.InvalidSchedule.ToWireName(), message);

    private static string Text(DateText date) => $"{date.First:00}/{date.Second:00}/{date.Year}";

    private static string Day(DateText date, DateOrder order) =>
        date.TryGet(order, out var day) ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";

    private static string Words(DateOrder order) => order == DateOrder.Dmy ? "the day" : "the month";
}
