namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>A date as a file has it. If its first two numbers can be day and month either way, the file as a whole decides.</summary>
/// <param name="Year">The year.</param>
/// <param name="First">The month; or, if the order is open, the first number.</param>
/// <param name="Second">The day; or, if the order is open, the second number.</param>
/// <param name="IsOpen">Whether the order of day and month is not clear from how the date is written.</param>
internal readonly record struct DateText(int Year, int First, int Second, bool IsOpen)
{
    /// <summary>The orders in which the date exists.</summary>
    public bool CanBe(DateOrder order) => TryGet(order, out _);

    /// <param name="order">What the file as a whole says; without meaning unless the order is open.</param>
    /// <param name="date">The date.</param>
    public bool TryGet(DateOrder order, out DateOnly date)
    {
        var (month, day) = IsOpen && order == DateOrder.Dmy ? (Second, First) : (First, Second);
        var isDate = Year is >= MomentText.FirstYear and <= MomentText.LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month);
        date = isDate ? new DateOnly(Year, month, day) : default;
        return isDate;
    }
}
