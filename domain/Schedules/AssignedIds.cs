namespace LiveFeed.Domain.Schedules;

/// <summary>Which ids come from the file itself. The others were created when it was read, and mean nothing beyond it.</summary>
/// <param name="Names">Those of divisions, their pools, and courts.</param>
/// <param name="Teams">Those of teams.</param>
/// <param name="Matches">Those of matches.</param>
public readonly record struct AssignedIds(bool Names, bool Teams, bool Matches)
{
    public static readonly AssignedIds All = new(true, true, true);
}
